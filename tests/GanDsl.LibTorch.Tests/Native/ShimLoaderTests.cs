using TorchSharp.Native;

namespace GanDsl.LibTorch.Tests.Native;

public class ShimLoaderTests
{
    [Fact]
    public void The_message_lists_every_path_and_the_ways_out()
    {
        var folder = Directory.CreateTempSubdirectory("gandsl");
        var broken = Path.Combine(folder.FullName, "broken.so");
        File.WriteAllText(broken, "not a library");
        var missing = Path.Combine(folder.FullName, "missing.so");

        var error = Assert.Throws<NotSupportedException>(() => ShimLoader.LoadFirst([missing, broken]));

        Assert.Contains($"{missing}: no such file", error.Message);
        Assert.Contains($"{broken}: ", error.Message);
        Assert.Contains("Rebuild", error.Message);
        Assert.Contains("LIBTORCH", error.Message);
        Assert.Contains("-p:TorchEngine=TorchSharp", error.Message);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_library_that_is_not_the_shim_is_refused()
    {
        var guard = Path.Combine(AppContext.BaseDirectory, "libguard_families.so");

        var error = Assert.Throws<NotSupportedException>(() => ShimLoader.LoadFirst([guard]));

        Assert.Contains("gandsl_version", error.Message);
    }

    [Theory]
    [InlineData("2.4.1", "2.4.1")]
    [InlineData("2.4.1", "2.4.1+cu121")]
    [InlineData("2.4.1a0", "2.4.1")]
    [InlineData("1.13.0", "")]
    public void Equal_releases_fit(string compiled, string loaded) =>
        Assert.Null(ShimLoader.Mismatch(compiled, loaded));

    [Theory]
    [InlineData("2.4.1", "2.4.0")]
    [InlineData("1.13.0", "2.4.0")]
    public void Different_releases_do_not(string compiled, string loaded)
    {
        var reason = ShimLoader.Mismatch(compiled, loaded);

        Assert.Contains(compiled, reason);
        Assert.Contains(loaded, reason);
    }

    [Fact]
    public unsafe void The_shim_knows_what_it_was_compiled_against_and_what_it_runs_on()
    {
        byte* compiled;
        byte* loaded;
        NativeMethods.gandsl_version(&compiled, &loaded).Check();

        var text = System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)compiled)!;
        Assert.Matches(@"^\d+\.\d+\.\d+", text);
        Assert.Null(ShimLoader.Mismatch(text, System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)loaded)!));
    }
}
