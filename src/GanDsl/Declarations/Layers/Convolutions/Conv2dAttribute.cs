namespace GanDsl;

/// <summary>A convolution over an image. PyTorch: <c>torch.nn.Conv2d</c>.</summary>
/// <remarks>
/// Input: <c>[N, C, H, W]</c>, where C is inferred. Output: <c>[N, outChannels, H', W']</c> with
/// H' = ⌊(H + 2·padding - dilation·(kernel - 1) - 1) / stride⌋ + 1, and W' likewise.
/// Parameters: <c>weight [outChannels, C / groups, kernelHeight, kernelWidth]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class Conv2dAttribute : Convolution2dAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The height and width of the kernel, in pixels.</param>
    public Conv2dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

    /// <summary>A convolution with any rectangular kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelHeight">The height of the kernel, in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel, in pixels.</param>
    public Conv2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(outChannels, kernelHeight, kernelWidth) { }

    /// <summary>
    /// Pads so that the output is as large as the input, whatever the kernel; needs a stride of 1 and replaces
    /// <see cref="ConvolutionAttribute.Padding"/>. PyTorch: <c>padding='same'</c>. Default: false.
    /// </summary>
    public bool SamePadding { get; set; }

    /// <summary>What stands outside the borders. Default: zeros.</summary>
    public PaddingMode PaddingMode { get; set; }

    internal override string NameStem => "conv";

    internal override ConvolutionRule Convolution => new ForwardConvolution(this, SamePadding, PaddingMode);
}
