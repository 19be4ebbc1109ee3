namespace GanDsl;

/// <summary>A smooth rectifier: log(1 + exp(beta · x)) / beta, range (0, ∞). PyTorch: <c>torch.nn.Softplus</c>.</summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
/// <param name="beta">How sharp the bend is. Default: 1.</param>
public sealed class SoftplusAttribute(double beta = 1) : ActivationAttribute
{
    /// <summary>How sharp the bend is.</summary>
    public double Beta { get; } = beta;

    /// <summary>Above this beta · x the function is taken as x itself. Default: 20.</summary>
    public double Threshold { get; set; } = 20;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.Finite("beta", Beta),
            .. (float)Beta == 0
                ? [LayerProblem.InvalidArgument("beta", Beta, "other than 0 in float32: the function divides by it")]
                : Array.Empty<LayerProblem>(),
            .. ArgumentCheck.Finite(nameof(Threshold), Threshold),
        ];

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output)
    {
        if (Beta < 0)
        {
            yield return LayerProblem.UnusualArgument(
                "beta",
                Beta,
                "above 0",
                "with a negative one the function is never above 0",
                Mend.Set(Kind, ArgumentChange.Parameter("beta", 0, "1"))
            );
        }

        if (Threshold < 0)
        {
            yield return LayerProblem.UnusualArgument(
                nameof(Threshold),
                Threshold,
                "at least 0",
                "the function jumps there",
                Mend.Set(Kind, ArgumentChange.Removal(nameof(Threshold)))
            );
        }
    }

    internal override Interval OutputRange(Interval input) =>
        Beta > 0 && Threshold >= 0 ? input.Map(SoftplusOf) : input.WithoutBounds;

    internal override string Forward(string x, string module, Shape output) =>
        Beta == 1 && Threshold == 20
            ? $"{x}.Softplus()"
            : $"{x}.Softplus({CodeText.Of(Beta)}, {CodeText.Of(Threshold)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.Softplus")
            .Add(x)
            .AddUnless(1.0, "beta", Beta)
            .AddUnless(20.0, "threshold", Threshold)
            .ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(
            "F.softplus",
            call => call.AddUnless(1.0, "beta", Beta).AddUnless(20.0, "threshold", Threshold)
        );

    private double SoftplusOf(double x) => Math.Max(0, x) + (Math.Log(1 + Math.Exp(-Math.Abs(Beta * x))) / Beta);
}
