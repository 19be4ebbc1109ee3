using System.IO.Compression;
using System.Xml.Linq;
using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>The packages as a stranger gets them.</summary>
[Collection(Packed.Name)]
public sealed class PackageTests(Feed feed)
{
    private static readonly Page Page = new("docs/guide/reviewing-generated-code.md");

    [LinuxFact]
    public void Each_has_what_it_should_have()
    {
        Assert.Equal(
            [
                "analyzers/dotnet/cs/GanDsl.CodeFixes.dll",
                "analyzers/dotnet/cs/GanDsl.Generators.dll",
                "buildTransitive/GanDsl.targets",
                "lib/net10.0/GanDsl.dll",
                "lib/net10.0/GanDsl.xml",
                "tasks/net10.0/GanDsl.Build.dll",
            ],
            ContentOf("GanDsl")
        );
        Assert.Equal(
            ["lib/net10.0/GanDsl.CommandLine.dll", "lib/net10.0/GanDsl.CommandLine.xml"],
            ContentOf("GanDsl.CommandLine")
        );
        Assert.Equal(
            [
                "interactive-extensions/dotnet/extension.dib",
                "lib/net10.0/GanDsl.Interactive.dll",
                "lib/net10.0/GanDsl.Interactive.xml",
            ],
            ContentOf("GanDsl.Interactive")
        );
        Assert.Equal(["lib/net10.0/GanDsl.Media.dll", "lib/net10.0/GanDsl.Media.xml"], ContentOf("GanDsl.Media"));
        Assert.Equal(["lib/net10.0/GanDsl.PyTorch.dll", "lib/net10.0/GanDsl.PyTorch.xml"], ContentOf("GanDsl.PyTorch"));
        Assert.Equal(["lib/net10.0/GanDsl.Tables.dll", "lib/net10.0/GanDsl.Tables.xml"], ContentOf("GanDsl.Tables"));
        Assert.Equal(["lib/net10.0/GanDsl.ToyData.dll", "lib/net10.0/GanDsl.ToyData.xml"], ContentOf("GanDsl.ToyData"));
        Assert.All(
            ContentOf("GanDsl.Templates"),
            name => Assert.StartsWith("content/gan/", name, StringComparison.Ordinal)
        );
    }

    [LinuxTheory]
    [InlineData("GanDsl", "TorchSharp")]
    [InlineData(
        "GanDsl.CommandLine",
        "GanDsl",
        "GanDsl.Media",
        "GanDsl.Tables",
        "NAudio.Core",
        "Parquet.Net",
        "ScottPlot",
        "Sep",
        "Spectre.Console",
        "System.CommandLine",
        "TorchSharp"
    )]
    [InlineData("GanDsl.Interactive", "GanDsl.Media", "NAudio.Core", "ScottPlot", "TorchSharp")]
    [InlineData("GanDsl.Media", "GanDsl", "NAudio.Core", "ScottPlot", "TorchSharp")]
    [InlineData("GanDsl.PyTorch", "GanDsl", "TorchSharp", "TorchSharp.PyBridge")]
    [InlineData("GanDsl.Tables", "GanDsl", "Parquet.Net", "Sep", "TorchSharp")]
    [InlineData("GanDsl.ToyData", "GanDsl", "TorchSharp")]
    [InlineData("GanDsl.Templates")]
    public void Each_names_its_license_and_what_it_depends_on(string id, params string[] dependencies)
    {
        var specification = Specification(id);
        XElement Only(string name) =>
            Assert.Single(specification.Descendants(), element => element.Name.LocalName == name);

        Assert.Equal("MIT", Only("license").Value);
        Assert.Equal("icon.png", Only("icon").Value);
        Assert.Equal("PACKAGE.md", Only("readme").Value);
        var found = specification
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        Assert.Equal(dependencies, found.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            found,
            dependency =>
                Assert.Equal(
                    dependency.Key.StartsWith("GanDsl", StringComparison.Ordinal),
                    dependency.Value == $"[{feed.Version}]"
                )
        );
    }

    [LinuxTheory]
    [InlineData("GanDsl")]
    [InlineData("GanDsl.CommandLine")]
    [InlineData("GanDsl.Interactive")]
    [InlineData("GanDsl.Media")]
    [InlineData("GanDsl.PyTorch")]
    [InlineData("GanDsl.Tables")]
    [InlineData("GanDsl.ToyData")]
    public void Each_library_has_its_symbols_beside_it(string id)
    {
        using var archive = ZipFile.OpenRead(Path.ChangeExtension(feed.Package(id), ".snupkg"));

        Assert.Contains(archive.Entries, entry => entry.FullName == $"lib/net10.0/{id}.pdb");
    }

    [LinuxFact]
    public void A_test_project_trains_a_GAN_and_sees_that_the_generated_code_has_changed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "Tiny.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
                <!-- GanDsl out of the folder alone, into one that is deleted; all else out of the cache. -->
                <RestoreSources>{feed.PackagesFolder}</RestoreSources>
                <RestorePackagesPath>{folder.File("packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{feed.OtherPackages}</RestoreFallbackFolders>
              </PropertyGroup>
              {Page.Block("xml")}
              <ItemGroup>
                <PackageReference Include="GanDsl" Version="{feed.Version}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Repository.VersionOf(
                "Microsoft.NET.Test.Sdk"
            )}" />
                <PackageReference Include="Snapshooter.Xunit" Version="{Repository.VersionOf("Snapshooter.Xunit")}" />
                <PackageReference Include="TorchSharp-cpu" Version="{Repository.VersionOf("TorchSharp-cpu")}" />
                <PackageReference Include="xunit" Version="{Repository.VersionOf("xunit")}" />
                <PackageReference Include="xunit.runner.visualstudio" Version="{Repository.VersionOf(
                "xunit.runner.visualstudio"
            )}" />
              </ItemGroup>
            </Project>
            """
        );
        folder.Write(
            "TinyGan.cs",
            """
            using GanDsl;
            using TorchSharp;
            using Xunit;

            namespace Tiny;

            [Gan]
            [Latent(2)]
            [Point(2)]
            public partial class TinyGan
            {
                [Generator]
                [Linear(8), ReLU, Linear(2)]
                public partial class Generator;

                [Discriminator]
                [Linear(8), LeakyReLU(0.2), Linear(1)]
                public partial class Discriminator;
            }

            public sealed class TinyGanTests
            {
                [Fact]
                public void It_trains()
                {
                    using var gan = new TinyGan(new TinyGan.Options { BatchSize = 8, Steps = 3 });
                    var losses = gan.Train(count => torch.randn(count, 2)).Select(step => (double)step.TotalLoss).ToList();

                    Assert.Equal(3, losses.Count);
                    Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
                }
            }
            """
        );

        folder.Write("GeneratedCodeTests.cs", Page.Block("csharp"));

        var said = Dotnet.Run(folder.Path, "test", "Tiny.csproj");

        Assert.Contains("Failed:     0, Passed:     2", said, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.File("packages/gandsl")));
        Assert.Equal(Repository.LibraryHash, Repository.HashOf(Repository.Library));

        var declaration = folder.File("TinyGan.cs");
        File.WriteAllText(
            declaration,
            File.ReadAllText(declaration).Replace("Linear(8), ReLU", "Linear(9), ReLU", StringComparison.Ordinal)
        );
        var (status, different) = Dotnet.Try(folder.Path, "test", "Tiny.csproj", "--no-restore");

        Assert.NotEqual(0, status);
        Assert.Contains("Failed:     1, Passed:     1", different, StringComparison.Ordinal);
        Assert.Contains("It_is_as_accepted", different, StringComparison.Ordinal);
    }

    private IEnumerable<string> ContentOf(string id)
    {
        using var archive = ZipFile.OpenRead(feed.Package(id));
        string[] folders =
        [
            "analyzers/",
            "buildTransitive/",
            "lib/",
            "tasks/",
            "build/",
            "runtimes/",
            "content/",
            "interactive-extensions/",
        ];
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name => folders.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private XDocument Specification(string id)
    {
        using var archive = ZipFile.OpenRead(feed.Package(id));
        using var stream = archive.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream);
    }
}
