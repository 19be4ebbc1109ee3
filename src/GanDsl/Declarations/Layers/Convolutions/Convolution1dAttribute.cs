namespace GanDsl;

/// <summary>What <see cref="Conv1dAttribute"/> and <see cref="ConvTranspose1dAttribute"/> share: extents of one dimension.</summary>
public abstract class Convolution1dAttribute : ConvolutionAttribute
{
    private protected Convolution1dAttribute(int outChannels, int kernelSize)
        : base(outChannels) => KernelSize = kernelSize;

    /// <summary>The length of the kernel, in samples.</summary>
    public int KernelSize { get; }

    internal sealed override Extent KernelExtent => new(KernelSize);

    internal sealed override Extent StrideExtent => new(Stride);

    internal sealed override Extent PaddingExtent => new(Padding);

    internal sealed override Extent DilationExtent => new(Dilation);

    internal sealed override bool HasKernelSize => true;
}
