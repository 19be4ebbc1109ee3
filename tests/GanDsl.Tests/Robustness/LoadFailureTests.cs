using GanDsl.Tests.Models;
using GanDsl.Training;

namespace GanDsl.Tests.Robustness;

/// <summary>Where the native library cannot be loaded, the first use says in one sentence what is missing and what to do.</summary>
public sealed class LoadFailureTests
{
    private const string AddPackage =
        "TorchSharp's native library is not beside the program; add the package TorchSharp-cpu 0.107.0 to the project that is run, or "
        + "TorchSharp-cuda-linux or TorchSharp-cuda-windows of that version for a GPU.";

    [Theory]
    [InlineData("linux-arm64")]
    [InlineData("linux-musl-x64")]
    [InlineData("osx-x64")]
    public void A_platform_without_a_native_library_is_named(string platform) =>
        Assert.Equal(
            $"TorchSharp, which GanDsl computes with, has no native library for {platform}; run the program on Linux x64 with glibc (not "
                + "Alpine), Windows x64 or arm64, or macOS arm64.",
            LoadFailure.Explain(platform, found: false, "whatever")
        );

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void A_missing_package_is_named(string platform) =>
        Assert.Equal(AddPackage, LoadFailure.Explain(platform, found: false, "Unable to load shared library"));

    [Fact]
    public void A_missing_libtorch_is_a_missing_package() =>
        Assert.Equal(
            AddPackage,
            LoadFailure.Explain(
                "linux-x64",
                found: true,
                """
                Unable to load shared library 'LibTorchSharp' or one of its dependencies.
                libtorch_cpu.so: cannot open shared object file: No such file or directory
                /app/LibTorchSharp.so: cannot open shared object file: No such file or directory
                """
            )
        );

    [Theory]
    [InlineData("/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /app/libLibTorchSharp.so)")]
    public void An_old_libstdcxx_is_told_from_an_old_glibc(string reason)
    {
        Assert.Equal(
            "TorchSharp's native library asks for a newer libstdc++ than this machine has (GLIBCXX_3.4.32); build the program with the "
                + "property AllowOldLibstdcxx set to always, or install the libstdc++ of GCC 13.",
            LoadFailure.Explain("linux-x64", found: true, "Unable to load\n" + reason)
        );
        Assert.Equal(
            "TorchSharp's native library asks for a newer glibc than this machine has (GLIBC_2.34); run the program on a newer Linux.",
            LoadFailure.Explain(
                "linux-x64",
                found: true,
                "Unable to load\n" + reason.Replace("GLIBCXX_3.4.32", "GLIBC_2.34")
            )
        );
    }

    [Fact]
    public void Without_the_native_library_a_GAN_says_so_in_one_sentence_and_no_more() =>
        Assert.Equal(AddPackage, FirstUse(static () => new DropoutGan(), []));

    [Fact]
    public void Without_the_native_library_a_data_set_says_so_in_one_sentence_and_no_more() =>
        Assert.Equal(AddPackage, FirstUse(static () => new SyntheticDigits(10).Read([0]), []));

    [Fact]
    public void Without_the_native_library_a_sampler_says_so_in_one_sentence_and_no_more() =>
        Assert.Equal(AddPackage, FirstUse(static () => GaussianMixture.Ring().Sample(1), []));

    [LinuxFact]
    public void Without_libtorch_a_GAN_says_so_in_one_sentence_and_no_more() =>
        Assert.Equal(AddPackage, FirstUse(static () => new DropoutGan(), ["libLibTorchSharp.so"]));

    [LinuxFact]
    public void A_broken_native_library_is_called_so()
    {
        var said = FirstUse(static () => new DropoutGan(), [], broken: "libLibTorchSharp.so");

        Assert.StartsWith(
            "TorchSharp's native library is there, but cannot be loaded; restore the package again, or install what it asks for (",
            said
        );
        Assert.DoesNotContain('\n', said);
    }

    /// <summary>What a program says whose folder holds only these of the native libraries.</summary>
    private static string FirstUse(Action use, string[] native, string? broken = null)
    {
        using var folder = new TemporaryFolder();
        foreach (var assembly in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileName))
        {
            Copy(assembly!);
        }

        // Without its list of dependencies, which names the native libraries, the host takes what is there.
        Copy("GanDsl.Tests.runtimeconfig.json");
        foreach (var library in native)
        {
            Copy(library);
        }

        if (broken is not null)
        {
            File.WriteAllText(folder[broken], "no library");
        }

        var result = ChildProcess.RunIn(folder.FullName, use);
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        var exception = result.Error.Split("\n   at ")[0];
        Assert.StartsWith("GanDsl.GanException: ", exception);
        return exception["GanDsl.GanException: ".Length..];

        void Copy(string name) => File.Copy(Path.Combine(AppContext.BaseDirectory, name), folder[name]);
    }
}
