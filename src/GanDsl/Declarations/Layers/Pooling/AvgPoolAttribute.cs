namespace GanDsl;

/// <summary>
/// The mean of each window of each channel. PyTorch: <c>torch.nn.AvgPool1d</c>, <c>AvgPool2d</c> or <c>AvgPool3d</c>, by the rank of the
/// input.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>. Output: as many channels, with
/// L' = ⌊(L + 2·padding - kernelSize) / stride⌋ + 1 and likewise for the other dimensions; rounded up with <c>CeilMode</c>.
/// </remarks>
/// <param name="kernelSize">The size of a window in each dimension.</param>
public sealed class AvgPoolAttribute(int kernelSize) : PoolAttribute(kernelSize)
{
    /// <summary>Whether zeros of the padding count in the mean. Default: true.</summary>
    public bool CountIncludePad { get; set; } = true;

    private protected override LayerProblem? WindowProblem(Shape input, IReadOnlyList<PoolAxis> axes) =>
        axes.Count == 3 && input.Sizes.Skip(1).Any(size => size < KernelSize)
            ? new(
                Rule.KernelTooLarge,
                "kernelSize",
                $"its windows of {CodeText.Of(KernelSize)} voxels in each dimension are larger than its input {input}, and libtorch counts no "
                    + "padding in the mean of a volume; make kernelSize smaller"
            )
            : null;

    /// <summary>The zeros of the padding take part in the mean.</summary>
    internal override Interval OutputRange(Interval input) => Padding > 0 && CountIncludePad ? input.WithZero : input;

    internal override string Forward(string x, string module, Shape output) =>
        Call(
            "avg_pool",
            x,
            output,
            (CodeText.Of(CeilMode), !CeilMode),
            (CodeText.Of(CountIncludePad), CountIncludePad)
        );

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        OnnxCall("AveragePool", x, input).AddUnless(true, "countIncludePad", CountIncludePad).ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchCall("avg_pool", output, call => call.AddUnless(true, "count_include_pad", CountIncludePad));
}
