namespace GanDsl;

/// <summary>A convolution over a signal. PyTorch: <c>torch.nn.Conv1d</c>.</summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, where C is inferred. Output: <c>[N, outChannels, L']</c> with
/// L' = ⌊(L + 2·padding - dilation·(kernel - 1) - 1) / stride⌋ + 1.
/// Parameters: <c>weight [outChannels, C / groups, kernelSize]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class Conv1dAttribute : Convolution1dAttribute
{
    /// <summary>A convolution.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The length of the kernel, in samples.</param>
    public Conv1dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

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
