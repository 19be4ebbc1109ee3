namespace GanDsl;

/// <summary>Joins dimensions into one. PyTorch: <c>torch.nn.Flatten</c>.</summary>
/// <remarks>Input: <c>[N, a, b, c]</c>. Output, by default: <c>[N, a·b·c]</c>.</remarks>
public sealed class FlattenAttribute : LayerAttribute
{
    /// <summary>The first dimension to join; 0 is N and cannot be joined, negative numbers count from the end. Default: 1.</summary>
    public int StartDim { get; set; } = 1;

    /// <summary>The last dimension to join; negative numbers count from the end. Default: -1.</summary>
    public int EndDim { get; set; } = -1;

    internal override LayerPrecision Precision => LayerPrecision.Input;

    internal override bool OnlyRearranges => true;

    internal override ShapeResult InferShape(Shape input)
    {
        var dimensions = input.Rank + 1;
        var start = StartDim < 0 ? StartDim + dimensions : StartDim;
        var end = EndDim < 0 ? EndDim + dimensions : EndDim;
        if (start < 1 || start >= dimensions)
        {
            return OutOfRange("StartDim", StartDim, input);
        }

        if (end < start || end >= dimensions)
        {
            return OutOfRange("EndDim", EndDim, input);
        }

        var joined = input.Sizes.Skip(start - 1).Take(end - start + 1).Aggregate(1L, (product, size) => product * size);
        return new Shape([.. input.Sizes.Take(start - 1), joined, .. input.Sizes.Skip(end)]);
    }

    internal override Interval OutputRange(Interval input) => input;

    internal override string Forward(string x, string module, Shape output) =>
        new CallText($"{x}.flatten").Add(StartDim).AddUnless(EndDim == -1, "end_dim", CodeText.Of(EndDim)).ToString();

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.Reshape({x}, {CallText.Sizes(output.Sizes)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("torch.flatten", call => call.Add(StartDim).AddUnless(-1, "end_dim", EndDim));

    private static LayerProblem OutOfRange(string argument, int found, Shape input) =>
        new(
            Rule.InputRank,
            argument,
            $"{argument} is {CodeText.Of(found)}, but its input {input} has the dimensions 1 to {CodeText.Of(input.Rank)} "
                + "after N, and StartDim may not lie behind EndDim"
        );
}
