namespace GanDsl;

/// <summary>Gives each example another shape with the same number of values. PyTorch: <c>Tensor.reshape</c>, <c>torch.nn.Unflatten</c>.</summary>
/// <remarks>Input: <c>[N, …]</c>. Output: <c>[N, sizes…]</c>.</remarks>
/// <param name="sizes">The new sizes, without N. One of them may be -1: it is inferred.</param>
public sealed class ReshapeAttribute(params int[] sizes) : LayerAttribute
{
    /// <summary>The new sizes, without N, as declared.</summary>
    public IReadOnlyList<int> Sizes { get; } = sizes ?? [];

    internal override LayerPrecision Precision => LayerPrecision.Input;

    internal override bool OnlyRearranges => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems()
    {
        if (Sizes.Count == 0)
        {
            return
            [
                new(
                    Rule.InvalidArgument,
                    "sizes",
                    "it names no size; give the sizes of one example, such as Reshape(128, 7, 7)"
                ),
            ];
        }

        var wrong = Sizes.Where(size => size < 1 && size != -1).ToList();
        if (wrong.Count > 0)
        {
            return [LayerProblem.InvalidArgument("sizes", wrong[0], "at least 1, or -1 for the one size to infer")];
        }

        return Sizes.Count(size => size == -1) > 1
            ? [new(Rule.InvalidArgument, "sizes", "it has more than one -1, but only one size can be inferred")]
            : [];
    }

    internal override ShapeResult InferShape(Shape input)
    {
        var known = Sizes.Where(size => size != -1).Aggregate(1.0, (product, size) => product * size);
        var inferred = input.ElementCount / known;
        var fits = Sizes.Contains(-1) ? inferred == Math.Floor(inferred) : inferred == 1;
        return fits
            ? new Shape([.. Sizes.Select(size => size == -1 ? (long)inferred : size)])
            : new LayerProblem(
                Rule.ElementCountChanges,
                "sizes",
                $"it makes {string.Join(" × ", Sizes.Select(size => CodeText.Of(size)))} values, but its input {input} has "
                    + $"{CodeText.Count(input.ElementCount)} values per example; change a size or the layer before it",
                [.. Fitting(input.ElementCount).Select(sizes => Mend.ReplaceBy($"Reshape({sizes})"))]
            )
            {
                NeededInput = Sizes.Contains(-1) || known > int.MaxValue ? null : new Shape((long)known),
            };
    }

    /// <summary>The sizes that come nearest: the same channels on another square, else other channels.</summary>
    private IEnumerable<string> Fitting(long elementCount)
    {
        if (Sizes.Contains(-1))
        {
            yield break;
        }

        var side = (long)Math.Round(Math.Sqrt(elementCount / (double)Sizes[0]));
        if (Sizes.Count == 3 && Sizes[0] * side * side == elementCount)
        {
            yield return $"{CodeText.Of(Sizes[0])}, {CodeText.Of(side)}, {CodeText.Of(side)}";
        }

        var rest = Sizes.Skip(1).Aggregate(1.0, (product, size) => product * size);
        if (elementCount % rest == 0)
        {
            var channels = (long)(elementCount / rest);
            yield return string.Join(
                ", ",
                Sizes.Skip(1).Select(size => CodeText.Of(size)).Prepend(CodeText.Of(channels))
            );
        }
    }

    internal override Interval OutputRange(Interval input) => input;

    /// <summary>By the size of the batch, which is not inferred: what is not of the declared shape is refused, not spread over other rows.</summary>
    internal override string Forward(string x, string module, Shape output) =>
        $"{x}.reshape({string.Join(", ", output.Sizes.Select(CodeText.Of).Prepend($"{x}.size(0)"))})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.Reshape({x}, {CallText.Sizes(output.Sizes)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(x => $"{x}.reshape(-1, {string.Join(", ", output.Sizes.Select(PythonText.Of))})");
}
