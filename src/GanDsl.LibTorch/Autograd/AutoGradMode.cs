using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets the gradient mode of the calling thread until it is disposed, on the same thread.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly bool _before;
    private bool _ended;

    public AutoGradMode(bool enabled)
    {
        _before = IsEnabled;
        Set(enabled);
    }

    public static bool IsEnabled
    {
        get
        {
            NativeMethods.gandsl_get_setting(NativeSetting.GradMode, out var value).Check();
            return value != 0;
        }
    }

    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            Set(_before);
        }
    }

    private static void Set(bool enabled) =>
        NativeMethods.gandsl_set_setting(NativeSetting.GradMode, enabled ? 1 : 0).Check();
}
