using static TorchSharp.torch.backends;

namespace GanDsl.Training;

/// <summary>
/// Torch's switches for TF32, which are those of the process: on while any call that asked for them lasts, and as they were after the last.
/// </summary>
/// <remarks>They are read where an operator is called, not where the GPU computes it, so a call need not wait for the GPU.</remarks>
internal static class TensorFloat32
{
    private static readonly Lock Gate = new();
    private static int calls;
    private static (bool OfProducts, bool OfConvolutions) before;

    /// <summary>Sets them where this is the only call that needs them.</summary>
    public static void Begin()
    {
        lock (Gate)
        {
            if (calls++ == 0)
            {
                before = (cuda.matmul.allow_tf32, cudnn.allow_tf32);
                (cuda.matmul.allow_tf32, cudnn.allow_tf32) = (true, true);
            }
        }
    }

    /// <summary>Puts them back where no other call needs them.</summary>
    public static void End()
    {
        lock (Gate)
        {
            if (--calls == 0)
            {
                (cuda.matmul.allow_tf32, cudnn.allow_tf32) = before;
            }
        }
    }
}
