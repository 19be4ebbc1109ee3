namespace GanDsl;

/// <summary>
/// Rectified linear unit with a learned slope: x for x ≥ 0, weight · x below. Paper: He et al. 2015. PyTorch: <c>torch.nn.PReLU</c>.
/// </summary>
/// <remarks>Input and output: any shape, unchanged. Parameters: <c>weight [1]</c>, or <c>weight [C]</c> with <c>PerChannel</c>.</remarks>
/// <param name="init">The slope below zero before training. Default: 0.25.</param>
public sealed class PReLUAttribute(double init = 0.25) : ActivationAttribute
{
    /// <summary>The slope below zero before training.</summary>
    public double Init { get; } = init;

    /// <summary>
    /// Whether each channel (dimension 1) has a slope of its own. PyTorch: <c>num_parameters=C</c>. Default: false, one slope for all.
    /// </summary>
    public bool PerChannel { get; set; }

    internal override LayerPrecision Precision => LayerPrecision.Float32;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Finite("init", Init);

    internal override string NameStem => "prelu";

    internal override LayerModule? Module(Shape input) =>
        new("ParametricReLU", new CallText("new ParametricReLU").Add(SlopeCount(input)).AddUnless(0.25, "init", Init));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) => [new("weight", SlopeCount(input))];

    /// <summary>A slope is learned, so nothing is known below zero.</summary>
    internal override Interval OutputRange(Interval input) => input.Least >= 0 ? input : input.WithoutBounds;

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.PRelu({x}, {module}, rank: {CodeText.Of(input.Rank)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(
            new PythonCall("nn.PReLU").AddUnless(1, "num_parameters", SlopeCount(input)).AddUnless(0.25, "init", Init)
        );

    private long SlopeCount(Shape input) => PerChannel ? input[0] : 1;
}
