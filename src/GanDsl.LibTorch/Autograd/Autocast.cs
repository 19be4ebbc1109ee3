using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace GanDsl.LibTorch;

/// <summary>
/// Until it is disposed, matrix products and convolutions of the calling thread take their arguments in a lower precision (PyTorch:
/// <c>torch.autocast</c>). Parameters keep their type, and so do their gradients. TorchSharp has no such thing, so it stands apart from
/// the API that the two engines share. Dispose it on the same thread; do not hold it across await.
/// </summary>
public sealed class Autocast : IDisposable
{
    private nint guard;

    /// <summary>Begins.</summary>
    /// <param name="type">The processor or CUDA; operators on other devices are not affected.</param>
    /// <param name="dtype">BFloat16 or Float16.</param>
    /// <exception cref="ExternalException">Another device or type.</exception>
    public Autocast(DeviceType type, ScalarType dtype) =>
        NativeMethods.gandsl_autocast_begin((int)type, (int)dtype, out guard).Check();

    /// <summary>Whether a device has instructions for bfloat16, so that it need not be emulated.</summary>
    public static bool HasBFloat16(Device device)
    {
        NativeMethods.gandsl_has_bfloat16((int)device.type, device.index, out var has).Check();
        return has != 0;
    }

    /// <summary>Ends. A second call does nothing.</summary>
    public void Dispose()
    {
        var begun = Interlocked.Exchange(ref guard, 0);
        if (begun != 0)
        {
            NativeMethods.gandsl_autocast_end(begun).Check();
        }
    }
}
