using GanDsl.Training;

namespace GanDsl.Tests.Training;

public sealed class NativeLibrariesTests
{
    [Theory]
    [InlineData("linux-arm64")]
    [InlineData("linux-musl-x64")]
    [InlineData("osx-x64")]
    [InlineData("win-x86")]
    public void For_other_platforms_there_are_none(string platform) =>
        Assert.Equal(
            $"TorchSharp has no native libraries for {platform}; run on linux-x64 with glibc, win-x64, win-arm64 or osx-arm64.",
            NativeLibraries.CertainReason(platform, "cannot open shared object file: No such file or directory")
        );

    [Fact]
    public void An_older_libstdcxx_is_named() =>
        Assert.StartsWith(
            "TorchSharp's native library asks for a newer libstdc++ than this machine has; build on this machine",
            NativeLibraries.CertainReason(
                "linux-x64",
                "libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by libLibTorchSharp.so)"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_missing_file_may_still_be_in_the_cache_of_NuGet() =>
        Assert.Null(
            NativeLibraries.CertainReason(
                "linux-x64",
                "libtorch_cpu.so: cannot open shared object file: No such file or directory"
            )
        );
}
