namespace GanDsl;

/// <summary>What the networks compute with.</summary>
public enum GanPrecision
{
    /// <summary>
    /// Single precision. On the processor throughout; on a GPU as torch's switches say, which GanDsl leaves as the program has them. As
    /// torch comes, matrix products keep all 24 significant bits of their factors (<c>torch.backends.cuda.matmul.allow_tf32</c> is false),
    /// while cuDNN may round those of convolutions to 11 (<c>torch.backends.cudnn.allow_tf32</c> is true): set that to false for float32
    /// throughout.
    /// </summary>
    Float32,

    /// <summary>
    /// Matrix products, convolutions and attention in bfloat16, which has the range of float32 and 8 significant bits; parameters, their
    /// gradients, losses and optimisers in float32. Nearly twice as fast on processors with bfloat16 instructions.
    /// </summary>
    BFloat16,

    /// <summary>
    /// Single precision on a GPU, but matrix products and convolutions with factors rounded to 11 significant bits, TF32; their sums and all
    /// else in float32. For GPUs of compute capability 8.0 or above, whose tensor cores compute so. Torch has switches for it that are those
    /// of the process: they are set while a call of the GAN lasts, and put back after it. A network that is called without its GAN computes
    /// as they say.
    /// </summary>
    TensorFloat32,
}
