using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace GanDsl.LibTorch.Tests.Native;

/// <summary>Each family of native exception ends as a status and one line, in a library compiled with the shim's guard.</summary>
public partial class GuardTests
{
    private const string Library = "guard_families";

    [Theory]
    [InlineData(0, (int)NativeStatus.Ok, null)]
    [InlineData(1, (int)NativeStatus.BadCall, "refused")]
    [InlineData(2, (int)NativeStatus.TorchError, "torch says no")]
    [InlineData(3, (int)NativeStatus.TorchError, "index says no")]
    [InlineData(4, (int)NativeStatus.TorchError, "not implemented")]
    [InlineData(5, (int)NativeStatus.StandardError, "out of range")]
    [InlineData(6, (int)NativeStatus.StandardError, "std::bad_alloc")]
    [InlineData(7, (int)NativeStatus.UnknownError, "libtorch threw something that is not an exception.")]
    [InlineData(8, (int)NativeStatus.StandardError, "libtorch failed without saying why.")]
    public void Every_family_becomes_a_status_and_one_line(int family, int status, string? message)
    {
        Assert.Equal(status, guard_throw(family));
        if (message is not null)
        {
            Assert.Equal(message, Marshal.PtrToStringUTF8(guard_message()));
        }
    }

    [Fact]
    public void A_failed_assertion_inside_libtorch_is_one_line_too()
    {
        Assert.Equal((int)NativeStatus.TorchError, guard_throw(9));
        Assert.DoesNotContain('\n', Marshal.PtrToStringUTF8(guard_message())!);
    }

    [LibraryImport(Library)]
    private static partial int guard_throw(int family);

    [LibraryImport(Library)]
    private static partial nint guard_message();
}
