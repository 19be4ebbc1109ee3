namespace GanDsl;

/// <summary>Clamps every value to [min, max]. PyTorch: <c>torch.nn.Hardtanh</c>.</summary>
/// <remarks>
/// Input and output: any shape, unchanged. At exactly <c>min</c> and <c>max</c> the gradient is passed on, where PyTorch's is zero.
/// </remarks>
/// <param name="min">The least value. Default: -1.</param>
/// <param name="max">The greatest value, above <paramref name="min"/>. Default: 1.</param>
public sealed class HardtanhAttribute(double min = -1, double max = 1) : ActivationAttribute
{
    /// <summary>The least value.</summary>
    public double Min { get; } = min;

    /// <summary>The greatest value.</summary>
    public double Max { get; } = max;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.Bound("min", Min),
            .. ArgumentCheck.Bound("max", Max),
            .. Max > Min
                ? Array.Empty<LayerProblem>()
                : [LayerProblem.InvalidArgument("max", Max, $"above min, which is {CodeText.Of(Min)}")],
        ];

    internal override Interval OutputRange(Interval input) => input.Map(x => Math.Min(Max, Math.Max(Min, x)));

    internal override string Forward(string x, string module, Shape output) =>
        $"{x}.Clamp({CodeText.Of(Min)}, {CodeText.Of(Max)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.Clip({x}, {CodeText.Of(Min)}, {CodeText.Of(Max)})";

    internal override string Explanation => "A clamp, because TorchSharp's hardtanh returns its input unchanged.";

    /// <summary>No hardtanh, whose gradient at exactly <c>min</c> and <c>max</c> is another one.</summary>
    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(x => $"{x}.clamp({PythonText.Of(Min)}, {PythonText.Of(Max)})");
}
