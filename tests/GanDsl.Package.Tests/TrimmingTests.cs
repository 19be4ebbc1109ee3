using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>A program that is published with what it does not use cut away.</summary>
[Collection(Packed.Name)]
public sealed class TrimmingTests(Feed feed)
{
    [LinuxFact]
    public void No_warning_is_about_GanDsl_and_the_program_trains()
    {
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "Trimmed")).FullName;
        File.Copy(
            Path.Combine(Repository.Folder, "examples", "Quickstart", "Quickstart.cs"),
            Path.Combine(folder, "Quickstart.cs")
        );
        var program = string.Join(
            '\n',
            File.ReadAllLines(Path.Combine(folder, "Quickstart.cs")).Where(line => !line.StartsWith('#'))
        );
        File.WriteAllText(Path.Combine(folder, "Quickstart.cs"), program);
        File.WriteAllText(
            Path.Combine(folder, "Trimmed.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
                <PublishTrimmed>true</PublishTrimmed>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GanDsl" Version="{feed.Version}" />
                <PackageReference Include="TorchSharp-cpu" Version="{Repository.VersionOf("TorchSharp-cpu")}" />
              </ItemGroup>
            </Project>
            """
        );

        var said = feed.Run("Trimmed", "publish", "--output", "published");

        Assert.DoesNotContain(
            said.Split('\n'),
            line =>
                line.Contains("warning IL", StringComparison.Ordinal)
                && line.Contains("GanDsl.", StringComparison.Ordinal)
        );
        Assert.Contains(
            "10: D",
            Dotnet.RunFile(Path.Combine(folder, "published", "Trimmed"), "10"),
            StringComparison.Ordinal
        );
    }
}
