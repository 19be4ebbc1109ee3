using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>A project for an older framework is told so before the compiler misses every type.</summary>
public sealed class FrameworkTests
{
    [Theory]
    [InlineData(".NETCoreApp", "v8.0", "net8.0", true)]
    [InlineData(".NETCoreApp", "v9.0", "net9.0", true)]
    [InlineData(".NETStandard", "v2.0", "netstandard2.0", true)]
    [InlineData(".NETCoreApp", "v10.0", "net10.0", false)]
    [InlineData(".NETCoreApp", "v11.0", "net11.0", false)]
    public void Older_ones_are_refused(string identifier, string version, string name, bool isRefused)
    {
        using var folder = new TemporaryFolder();
        var (status, said) = TargetsOnly.Compile(
            folder,
            $"""
            <PropertyGroup>
              <TargetFrameworkIdentifier>{identifier}</TargetFrameworkIdentifier>
              <TargetFrameworkVersion>{version}</TargetFrameworkVersion>
              <TargetFramework>{name}</TargetFramework>
            </PropertyGroup>
            """
        );

        Assert.Equal(isRefused ? 1 : 0, status);
        Assert.Equal(isRefused, said.Contains($"GanDsl needs .NET 10 or later, but this project is built for {name};"));
        Assert.Equal(!isRefused, said.Contains("Compiled.", StringComparison.Ordinal));
    }
}
