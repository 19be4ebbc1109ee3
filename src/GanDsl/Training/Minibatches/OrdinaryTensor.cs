using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Tensors that can be learnt from.</summary>
internal static class OrdinaryTensor
{
    /// <summary>The tensor itself, or, where the caller is in inference mode, whose tensors cannot be learnt from, a copy that can.</summary>
    public static Tensor Of(Tensor tensor)
    {
        if (!is_inference_mode_enabled())
        {
            return tensor;
        }

        using var ordinary = inference_mode(false);
        return tensor.clone();
    }
}
