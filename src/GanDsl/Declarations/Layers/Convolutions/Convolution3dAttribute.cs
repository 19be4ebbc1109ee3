namespace GanDsl;

/// <summary>What <see cref="Conv3dAttribute"/> and <see cref="ConvTranspose3dAttribute"/> share: extents of three dimensions.</summary>
/// <remarks>An extent set without <c>Depth</c>, <c>Height</c> or <c>Width</c> holds for all three; one with it overrides that dimension.</remarks>
public abstract class Convolution3dAttribute : ConvolutionAttribute
{
    private int? strideDepth;
    private int? strideHeight;
    private int? strideWidth;
    private int? paddingDepth;
    private int? paddingHeight;
    private int? paddingWidth;
    private int? dilationDepth;
    private int? dilationHeight;
    private int? dilationWidth;

    private protected Convolution3dAttribute(int outChannels, int kernelSize)
        : this(outChannels, kernelSize, kernelSize, kernelSize) => HasKernelSize = true;

    private protected Convolution3dAttribute(int outChannels, int kernelDepth, int kernelHeight, int kernelWidth)
        : base(outChannels)
    {
        KernelDepth = kernelDepth;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>The depth of the kernel, in voxels.</summary>
    public int KernelDepth { get; }

    /// <summary>The height of the kernel, in voxels.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel, in voxels.</summary>
    public int KernelWidth { get; }

    /// <summary>The step along the depth, where it differs from <see cref="ConvolutionAttribute.Stride"/>.</summary>
    public int StrideDepth
    {
        get => strideDepth ?? Stride;
        set => strideDepth = value;
    }

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

    /// <summary>The padding in front and behind, where it differs from <see cref="ConvolutionAttribute.Padding"/>.</summary>
    public int PaddingDepth
    {
        get => paddingDepth ?? Padding;
        set => paddingDepth = value;
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

    /// <summary>The distance between the taps along the depth, where it differs from <see cref="ConvolutionAttribute.Dilation"/>.</summary>
    public int DilationDepth
    {
        get => dilationDepth ?? Dilation;
        set => dilationDepth = value;
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

    internal sealed override Extent KernelExtent => new(KernelDepth, KernelHeight, KernelWidth);

    internal sealed override Extent StrideExtent => new(StrideDepth, StrideHeight, StrideWidth);

    internal sealed override Extent PaddingExtent => new(PaddingDepth, PaddingHeight, PaddingWidth);

    internal sealed override Extent DilationExtent => new(DilationDepth, DilationHeight, DilationWidth);

    internal sealed override bool HasKernelSize { get; }
}
