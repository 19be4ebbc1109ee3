namespace GanDsl;

/// <summary>A convolution over a volume. PyTorch: <c>torch.nn.Conv3d</c>.</summary>
/// <remarks>
/// Input: <c>[N, C, D, H, W]</c>, where C is inferred. Output: <c>[N, outChannels, D', H', W']</c> with
/// D' = ⌊(D + 2·padding - dilation·(kernel - 1) - 1) / stride⌋ + 1, and H' and W' likewise.
/// Parameters: <c>weight [outChannels, C / groups, kernelDepth, kernelHeight, kernelWidth]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class Conv3dAttribute : Convolution3dAttribute
{
    /// <summary>A convolution with a cubic kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The depth, height and width of the kernel, in voxels.</param>
    public Conv3dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

    /// <summary>A convolution with any cuboid kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelDepth">The depth of the kernel, in voxels.</param>
    /// <param name="kernelHeight">The height of the kernel, in voxels.</param>
    /// <param name="kernelWidth">The width of the kernel, in voxels.</param>
    public Conv3dAttribute(int outChannels, int kernelDepth, int kernelHeight, int kernelWidth)
        : base(outChannels, kernelDepth, kernelHeight, kernelWidth) { }

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
