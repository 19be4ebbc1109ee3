namespace GanDsl;

/// <summary>
/// The exponentials along a dimension, divided by their sum: positive numbers that add up to 1. PyTorch: <c>torch.nn.Softmax</c>.
/// </summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
/// <param name="dim">The dimension whose values add up to 1: 1 or more, or negative to count from the end. Default: -1.</param>
public sealed class SoftmaxAttribute(int dim = -1) : ActivationAttribute
{
    /// <summary>The dimension whose values add up to 1.</summary>
    public int Dim { get; } = dim;

    internal override LayerPrecision Precision => LayerPrecision.Float32;

    internal override ShapeResult InferShape(Shape input) =>
        IndexOf(input) is >= 1 and var index && index <= input.Rank
            ? input
            : new LayerProblem(
                Rule.InputRank,
                "dim",
                $"dim is {CodeText.Of(Dim)}, but its input {input} has the dimensions 1 to {CodeText.Of(input.Rank)} after N"
            );

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        input[IndexOf(input) - 1] > 1
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "dim",
                    Dim,
                    "a dimension of several values",
                    $"of its input {input} it takes one value, and makes it 1 whatever it is",
                    Mend.Remove(Kind)
                ),
            ];

    internal override Interval OutputRange(Interval input) => Interval.Of(ValueRange.ZeroToOne);

    internal override string Forward(string x, string module, Shape output) => $"{x}.softmax({CodeText.Of(Dim)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.Softmax({x}, axis: {CodeText.Of(Dim)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("F.softmax", call => call.Add($"dim={PythonText.Of(Dim)}"));

    /// <summary>The dimension counted from the start, N being 0.</summary>
    private int IndexOf(Shape input) => Dim < 0 ? Dim + input.Rank + 1 : Dim;
}
