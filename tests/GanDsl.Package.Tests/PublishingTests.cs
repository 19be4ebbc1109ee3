using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>What a build for another machine, or one with less in it, is given and told.</summary>
public sealed class PublishingTests
{
    [Theory]
    [InlineData("PublishAot", "App, GanDsl, TorchSharp")]
    [InlineData("PublishTrimmed", "App, GanDsl, TorchSharp")]
    [InlineData("PublishSingleFile", "")]
    public void Nothing_is_cut_away_of_what_finds_its_parameters_by_reflection(string property, string kept)
    {
        var (_, said) = Compile(
            $"<AssemblyName>App</AssemblyName><{property}>true</{property}>",
            "Keeps @(TrimmerRootAssembly, ', ')."
        );

        Assert.Contains($"Keeps {kept}.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-arm64", true)]
    [InlineData("linux-musl-x64", true)]
    [InlineData("alpine-x64", true)]
    [InlineData("osx-x64", true)]
    [InlineData("win-x86", true)]
    [InlineData("linux-x64", false)]
    [InlineData("win-x64", false)]
    [InlineData("win-arm64", false)]
    [InlineData("osx-arm64", false)]
    [InlineData("", false)]
    public void A_machine_for_which_there_is_no_libtorch_is_named(string runtime, bool isWarned)
    {
        var (status, said) = Compile($"<RuntimeIdentifier>{runtime}</RuntimeIdentifier>", "Compiled.");

        Assert.Equal(0, status);
        Assert.Contains("Compiled.", said, StringComparison.Ordinal);
        Assert.Equal(
            isWarned,
            said.Contains($"warning : TorchSharp has no native library for {runtime},", StringComparison.Ordinal)
        );
    }

    private static (int Status, string Said) Compile(string properties, string message)
    {
        using var folder = new TemporaryFolder();
        return TargetsOnly.Compile(folder, $"<PropertyGroup>{properties}</PropertyGroup>", message);
    }
}
