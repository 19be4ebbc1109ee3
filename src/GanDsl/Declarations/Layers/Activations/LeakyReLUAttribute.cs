namespace GanDsl;

/// <summary>Leaky rectified linear unit: x for x ≥ 0, <c>negativeSlope</c>·x below. PyTorch: <c>torch.nn.LeakyReLU</c>.</summary>
/// <remarks>Input and output: any shape, unchanged. DCGAN discriminators use a slope of 0.2 (Radford et al. 2016).</remarks>
/// <param name="negativeSlope">The slope below zero. Default: 0.01.</param>
public sealed class LeakyReLUAttribute(double negativeSlope = 0.01) : ActivationAttribute
{
    /// <summary>The slope below zero.</summary>
    public double NegativeSlope { get; } = negativeSlope;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.Finite("negativeSlope", NegativeSlope);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        NegativeSlope is >= 0 and < 1
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "negativeSlope",
                    NegativeSlope,
                    "in [0, 1)",
                    NegativeSlope == 1
                        ? "a slope of 1 makes the layer the identity"
                        : "the slope below zero is meant to be the smaller one",
                    Mend.Set(Kind, ArgumentChange.Parameter("negativeSlope", 0, "0.2"))
                ),
            ];

    internal override Interval OutputRange(Interval input) =>
        NegativeSlope > 0 ? input.Map(x => x < 0 ? NegativeSlope * x : x)
        : NegativeSlope == 0 ? input.Map(x => Math.Max(0, x))
        : input.WithoutBounds;

    internal override string Forward(string x, string module, Shape output) =>
        $"{x}.LeakyReLU({CodeText.Of(NegativeSlope)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.LeakyRelu({x}, {CodeText.Of(NegativeSlope)})";

    internal override string? ForwardInPlace(string x) =>
        NegativeSlope >= 0 ? $"{x}.LeakyReLU_({CodeText.Of(NegativeSlope)})" : null;

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("F.leaky_relu", call => call.Add(PythonText.Of(NegativeSlope)));
}
