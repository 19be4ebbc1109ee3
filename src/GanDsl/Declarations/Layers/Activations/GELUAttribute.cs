namespace GanDsl;

/// <summary>
/// Gaussian error linear unit: x · Φ(x), Φ the distribution function of the normal distribution. Paper: Hendrycks and Gimpel 2016.
/// PyTorch: <c>torch.nn.GELU</c>.
/// </summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class GELUAttribute : ActivationAttribute
{
    /// <summary>The least value, at x = -0.7518.</summary>
    private const double Least = -0.16997120747990369;

    /// <summary>The least value of the approximation, at x = -0.7525.</summary>
    private const double LeastOfTanh = -0.17004075057125403;

    /// <summary>How Φ is computed. Default: exactly.</summary>
    public GeluApproximation Approximate { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.Defined(nameof(Approximate), Approximate);

    internal override Interval OutputRange(Interval input) =>
        input.Dip(Approximate == GeluApproximation.Tanh ? LeastOfTanh : Least);

    internal override string Forward(string x, string module, Shape output) =>
        Approximate == GeluApproximation.Tanh ? $"LayerFunctions.TanhGelu({x})" : $"{x}.gelu()";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        Approximate == GeluApproximation.Tanh ? $"graph.TanhGelu({x})" : $"graph.Gelu({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(
            "F.gelu",
            call => call.AddUnless(Approximate != GeluApproximation.Tanh, "approximate", PythonText.Of("tanh"))
        );
}
