using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// Sets the inference mode of the calling thread until it is disposed. It has no finaliser: the native guard belongs
/// to its thread, and the finaliser's is another.
/// </summary>
internal sealed class InferenceMode : IDisposable
{
    private nint _guard;

    public InferenceMode(bool mode) =>
        NativeMethods.gandsl_inference_begin(mode ? (byte)1 : (byte)0, out _guard).Check();

    public static bool IsEnabled
    {
        get
        {
            NativeMethods.gandsl_get_setting(NativeSetting.InferenceMode, out var value).Check();
            return value != 0;
        }
    }

    public void Dispose() => NativeMethods.gandsl_inference_end(Interlocked.Exchange(ref _guard, 0)).Check();
}
