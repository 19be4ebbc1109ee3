namespace GanDsl;

/// <summary>
/// A transposed convolution over a volume, which with a stride enlarges it. PyTorch: <c>torch.nn.ConvTranspose3d</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, D, H, W]</c>, where C is inferred. Output: <c>[N, outChannels, D', H', W']</c> with
/// D' = (D - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding + 1, and H' and W' likewise.
/// Parameters: <c>weight [C, outChannels / groups, kernelDepth, kernelHeight, kernelWidth]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class ConvTranspose3dAttribute : Convolution3dAttribute
{
    private int? outputPaddingDepth;
    private int? outputPaddingHeight;
    private int? outputPaddingWidth;

    /// <summary>A transposed convolution with a cubic kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The depth, height and width of the kernel, in voxels.</param>
    public ConvTranspose3dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

    /// <summary>A transposed convolution with any cuboid kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelDepth">The depth of the kernel, in voxels.</param>
    /// <param name="kernelHeight">The height of the kernel, in voxels.</param>
    /// <param name="kernelWidth">The width of the kernel, in voxels.</param>
    public ConvTranspose3dAttribute(int outChannels, int kernelDepth, int kernelHeight, int kernelWidth)
        : base(outChannels, kernelDepth, kernelHeight, kernelWidth) { }

    /// <summary>Slices, rows and columns added behind, at the bottom and right of the output; smaller than the stride or the dilation. Default: 0.</summary>
    public int OutputPadding { get; set; }

    /// <summary>The slices added, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingDepth
    {
        get => outputPaddingDepth ?? OutputPadding;
        set => outputPaddingDepth = value;
    }

    /// <summary>The rows added, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight
    {
        get => outputPaddingHeight ?? OutputPadding;
        set => outputPaddingHeight = value;
    }

    /// <summary>The columns added, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth
    {
        get => outputPaddingWidth ?? OutputPadding;
        set => outputPaddingWidth = value;
    }

    internal override string NameStem => "convTranspose";

    internal override ConvolutionRule Convolution =>
        new TransposedConvolution(this, new(OutputPaddingDepth, OutputPaddingHeight, OutputPaddingWidth));
}
