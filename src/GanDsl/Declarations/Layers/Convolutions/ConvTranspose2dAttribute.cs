namespace GanDsl;

/// <summary>
/// A transposed convolution over an image, which with a stride enlarges it. PyTorch: <c>torch.nn.ConvTranspose2d</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, H, W]</c>, where C is inferred. Output: <c>[N, outChannels, H', W']</c> with
/// H' = (H - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding + 1, and W' likewise.
/// Parameters: <c>weight [C, outChannels / groups, kernelHeight, kernelWidth]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class ConvTranspose2dAttribute : Convolution2dAttribute
{
    private int? outputPaddingHeight;
    private int? outputPaddingWidth;

    /// <summary>A transposed convolution with a square kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The height and width of the kernel, in pixels.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

    /// <summary>A transposed convolution with any rectangular kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelHeight">The height of the kernel, in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel, in pixels.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(outChannels, kernelHeight, kernelWidth) { }

    /// <summary>Rows and columns added at the bottom and right of the output; smaller than the stride or the dilation. Default: 0.</summary>
    public int OutputPadding { get; set; }

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
        new TransposedConvolution(this, new(OutputPaddingHeight, OutputPaddingWidth));
}
