namespace GanDsl;

/// <summary>What <see cref="Conv2dAttribute"/> and <see cref="ConvTranspose2dAttribute"/> share: extents of two dimensions.</summary>
/// <remarks>An extent set without <c>Height</c> or <c>Width</c> holds for both; one with it overrides that dimension.</remarks>
public abstract class Convolution2dAttribute : ConvolutionAttribute
{
    private int? strideHeight;
    private int? strideWidth;
    private int? paddingHeight;
    private int? paddingWidth;
    private int? dilationHeight;
    private int? dilationWidth;

    private protected Convolution2dAttribute(int outChannels, int kernelSize)
        : this(outChannels, kernelSize, kernelSize) => HasKernelSize = true;

    private protected Convolution2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(outChannels)
    {
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>The height of the kernel, in pixels.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel, in pixels.</summary>
    public int KernelWidth { get; }

    /// <summary>The step along the height, where it differs from <see cref="ConvolutionAttribute.Stride"/>.</summary>
    public int StrideHeight
    {
        get => strideHeight ?? Stride;
        set => strideHeight = value;
    }

    /// <summary>The step along the width, where it differs from <see cref="ConvolutionAttribute.Stride"/>.</summary>
    public int StrideWidth
    {
        get => strideWidth ?? Stride;
        set => strideWidth = value;
    }

    /// <summary>The padding above and below, where it differs from <see cref="ConvolutionAttribute.Padding"/>.</summary>
    public int PaddingHeight
    {
        get => paddingHeight ?? Padding;
        set => paddingHeight = value;
    }

    /// <summary>The padding left and right, where it differs from <see cref="ConvolutionAttribute.Padding"/>.</summary>
    public int PaddingWidth
    {
        get => paddingWidth ?? Padding;
        set => paddingWidth = value;
    }

    /// <summary>The distance between the taps along the height, where it differs from <see cref="ConvolutionAttribute.Dilation"/>.</summary>
    public int DilationHeight
    {
        get => dilationHeight ?? Dilation;
        set => dilationHeight = value;
    }

    /// <summary>The distance between the taps along the width, where it differs from <see cref="ConvolutionAttribute.Dilation"/>.</summary>
    public int DilationWidth
    {
        get => dilationWidth ?? Dilation;
        set => dilationWidth = value;
    }

    internal sealed override Extent KernelExtent => new(KernelHeight, KernelWidth);

    internal sealed override Extent StrideExtent => new(StrideHeight, StrideWidth);

    internal sealed override Extent PaddingExtent => new(PaddingHeight, PaddingWidth);

    internal sealed override Extent DilationExtent => new(DilationHeight, DilationWidth);

    internal sealed override bool HasKernelSize { get; }
}
