namespace GanDsl;

/// <summary>
/// A transposed convolution over a signal, which with a stride enlarges it. PyTorch: <c>torch.nn.ConvTranspose1d</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, where C is inferred. Output: <c>[N, outChannels, L']</c> with
/// L' = (L - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding + 1.
/// Parameters: <c>weight [C, outChannels / groups, kernelSize]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class ConvTranspose1dAttribute : Convolution1dAttribute
{
    /// <summary>A transposed convolution.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The length of the kernel, in samples.</param>
    public ConvTranspose1dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

    /// <summary>Samples added at the end of the output; fewer than the stride or the dilation. Default: 0.</summary>
    public int OutputPadding { get; set; }

    internal override string NameStem => "convTranspose";

    internal override ConvolutionRule Convolution => new TransposedConvolution(this, new(OutputPadding));
}
