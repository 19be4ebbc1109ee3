namespace GanDsl;

/// <summary>
/// The greatest value of each window of each channel. PyTorch: <c>torch.nn.MaxPool1d</c>, <c>MaxPool2d</c> or <c>MaxPool3d</c>, by the rank
/// of the input.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>. Output: as many channels, with
/// L' = ⌊(L + 2·padding - dilation·(kernelSize - 1) - 1) / stride⌋ + 1 and likewise for the other dimensions; rounded up with
/// <c>CeilMode</c>. The gradient reaches only the greatest value of each window: Radford et al. 2016 use strided convolutions instead.
/// </remarks>
/// <param name="kernelSize">The size of a window in each dimension.</param>
public sealed class MaxPoolAttribute(int kernelSize) : PoolAttribute(kernelSize)
{
    /// <summary>The distance between the values of a window. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    private protected override int TapDistance => Dilation;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        base.ArgumentProblems().Concat(ArgumentCheck.AtLeast(1, nameof(Dilation), Dilation));

    private protected override LayerProblem? WindowProblem(Shape input, IReadOnlyList<PoolAxis> axes) =>
        axes.Any(axis => axis.HasEmptyWindow)
            ? new(
                Rule.PaddingTooWide,
                nameof(Padding),
                $"a window that starts in the padding steps over the whole input {input}, and nothing has no greatest value; make the "
                    + "Padding or the Dilation smaller",
                Mend.Set(Kind, ArgumentChange.Removal(nameof(Dilation)))
            )
            : null;

    /// <summary>The padding never is the greatest value.</summary>
    internal override Interval OutputRange(Interval input) => input;

    internal override string Forward(string x, string module, Shape output) =>
        Call(
            "max_pool",
            x,
            output,
            (Each(Dilation, output.Rank - 1), Dilation == 1),
            (CodeText.Of(CeilMode), !CeilMode)
        );

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        OnnxCall("MaxPool", x, input).AddUnless(1, "dilation", Dilation).ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchCall("max_pool", output, call => call.AddUnless(1, "dilation", Dilation));
}
