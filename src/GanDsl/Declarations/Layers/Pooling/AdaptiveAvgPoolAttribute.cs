namespace GanDsl;

/// <summary>
/// The means of as many windows as asked for, which cover each channel evenly. PyTorch: <c>torch.nn.AdaptiveAvgPool1d</c>,
/// <c>AdaptiveAvgPool2d</c> or <c>AdaptiveAvgPool3d</c>, by the rank of the input.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>. Output: <c>[N, C, sizes…]</c>; window i of n over L values
/// reaches from ⌊i·L / n⌋ to ⌈(i + 1)·L / n⌉.
/// </remarks>
/// <param name="sizes">The sizes of the output after the channels, or one size for each of them.</param>
public sealed class AdaptiveAvgPoolAttribute(params int[] sizes) : LayerAttribute
{
    /// <summary>The sizes of the output after the channels, as declared.</summary>
    public IReadOnlyList<int> Sizes { get; } = sizes ?? [];

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        Sizes.Count == 0
            ?
            [
                new(
                    Rule.InvalidArgument,
                    "sizes",
                    "it names no size; give the sizes of the output after the channels, such as AdaptiveAvgPool(4, 4)"
                ),
            ]
            : Sizes.SelectMany(size => ArgumentCheck.AtLeast(1, "sizes", size));

    internal override ShapeResult InferShape(Shape input)
    {
        if (!Axes.AreOf(input))
        {
            return LayerProblem.Rank(Axes.AnyInput, input);
        }

        var rank = input.Rank - 1;
        return Sizes.Count == 1 || Sizes.Count == rank
            ? new Shape([input[0], .. Enumerable.Range(0, rank).Select(axis => (long)SizeOf(axis))])
            : new LayerProblem(
                Rule.InputRank,
                "sizes",
                $"it names {CodeText.Count(Sizes.Count, "size")}, but its input {input} has {CodeText.Count(rank, "dimension")} after the "
                    + "channels; name a size for each of them, or one for all"
            );
    }

    internal override Interval OutputRange(Interval input) => input;

    internal override string Forward(string x, string module, Shape output)
    {
        var rank = output.Rank - 1;
        var sizes = output.Sizes.Skip(1).Select(CodeText.Of);
        return new CallText($"functional.adaptive_avg_pool{CodeText.Of(rank)}d")
            .Add(x)
            .Add(rank == 1 ? sizes.Single() : $"[{string.Join(", ", sizes)}]")
            .ToString();
    }

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.AdaptiveAveragePool({x}, {CallText.List(input)}, {CallText.List(output)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(
            $"F.adaptive_avg_pool{PythonText.Of(output.Rank - 1)}d",
            call => call.Add(PythonText.Of([.. output.Sizes.Skip(1)]))
        );

    private int SizeOf(int axis) => Sizes.Count == 1 ? Sizes[0] : Sizes[axis];
}
