using System.IO.Compression;
using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>The package as a stranger gets it.</summary>
public sealed class PackageTests
{
    [LinuxFact]
    public void A_test_project_that_refers_to_the_package_declares_a_Gan_and_trains_it()
    {
        using var folder = new TemporaryFolder();
        var project = Path.Combine(Repository.Folder, "src", "GanDsl");
        Dotnet.Run(
            folder.Path,
            "pack",
            project,
            "--configuration",
            Repository.Configuration,
            "--no-build",
            "--output",
            folder.File("feed")
        );
        var package = Assert.Single(Directory.GetFiles(folder.File("feed"), "*.nupkg"));
        Assert.Equal(
            [
                "analyzers/dotnet/cs/GanDsl.CodeFixes.dll",
                "analyzers/dotnet/cs/GanDsl.Generators.dll",
                "buildTransitive/GanDsl.targets",
                "lib/net10.0/GanDsl.dll",
                "lib/net10.0/GanDsl.xml",
                "tasks/net10.0/GanDsl.Build.dll",
            ],
            ContentOf(package)
        );

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
                <RestoreSources>{folder.File("feed")}</RestoreSources>
                <RestorePackagesPath>{folder.File("packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Repository.Packages}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GanDsl" Version="{Path.GetFileNameWithoutExtension(package)[
                "GanDsl.".Length..
            ]}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Repository.VersionOf(
                "Microsoft.NET.Test.Sdk"
            )}" />
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

        var said = Dotnet.Run(folder.Path, "test", "Tiny.csproj");

        Assert.Contains("Failed:     0, Passed:     1", said, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.File("packages/gandsl")));
        Assert.Equal(Repository.LibraryHash, Repository.HashOf(Repository.Library));
    }

    private static IEnumerable<string> ContentOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        string[] folders = ["analyzers/", "buildTransitive/", "lib/", "tasks/", "build/", "runtimes/", "content"];
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name => folders.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }
}
