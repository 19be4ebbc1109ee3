namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records nothing for gradients on the calling thread until disposed. Do not hold it across await.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Records operations for gradients on the calling thread until disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <summary>Sets whether operations are recorded for gradients on the calling thread until disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether operations are recorded for gradients on the calling thread.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    /// <summary>As <see cref="no_grad"/>, faster, and what is made in it can never take part in gradients.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether the calling thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => InferenceMode.IsEnabled;
}
