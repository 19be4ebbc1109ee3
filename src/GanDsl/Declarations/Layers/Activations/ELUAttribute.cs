namespace GanDsl;

/// <summary>
/// Exponential linear unit: x for x ≥ 0, alpha · (exp(x) - 1) below. Paper: Clevert et al. 2016. PyTorch: <c>torch.nn.ELU</c>.
/// </summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
/// <param name="alpha">What values far below zero tend to, negated. Default: 1.</param>
public sealed class ELUAttribute(double alpha = 1) : ActivationAttribute
{
    /// <summary>What values far below zero tend to, negated.</summary>
    public double Alpha { get; } = alpha;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Finite("alpha", Alpha);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        Alpha >= 0
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "alpha",
                    Alpha,
                    "at least 0",
                    "below zero the function would fall while its input rises",
                    Mend.Set(Kind, ArgumentChange.Parameter("alpha", 0, "1"))
                ),
            ];

    internal override Interval OutputRange(Interval input) =>
        Alpha >= 0 ? input.Map(x => x < 0 ? Alpha * (Math.Exp(x) - 1) : x) : input.WithoutBounds;

    internal override string Forward(string x, string module, Shape output) =>
        new CallText($"{x}.ELU").AddUnless(1.0, "alpha", Alpha).ToString();

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.Elu").Add(x).AddUnless(1.0, "alpha", Alpha).ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("F.elu", call => call.AddUnless(1.0, "alpha", Alpha));
}
