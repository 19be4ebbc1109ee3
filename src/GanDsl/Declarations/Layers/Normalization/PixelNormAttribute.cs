namespace GanDsl;

/// <summary>
/// Scales the channels at each position to a mean square of 1: x / √(mean of x² over the channels + eps). Paper: Karras et al. 2018,
/// section 4.2. PyTorch: <c>x * torch.rsqrt(x.square().mean(1, keepdim=True) + eps)</c>.
/// </summary>
/// <remarks>Input and output: <c>[N, C, …]</c>, unchanged. Without parameters.</remarks>
public sealed class PixelNormAttribute : LayerAttribute
{
    /// <summary>Added to the mean square so that nothing is divided by zero. Default: 1e-8.</summary>
    public double Eps { get; set; } = 1e-8;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Positive(nameof(Eps), Eps);

    internal override ShapeResult InferShape(Shape input) => input;

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        NormalizationEps.Remarks(Kind, Eps, "it is added to the mean square");

    internal override string Forward(string x, string module, Shape output) =>
        Eps == 1e-8 ? $"LayerFunctions.PixelNorm({x})" : $"LayerFunctions.PixelNorm({x}, {CodeText.Of(Eps)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.PixelNorm").Add(x).AddUnless(1e-8, "epsilon", Eps).ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("pixel_norm", call => call.AddUnless(1e-8, "eps", Eps)).With(InPython);

    private static readonly PyTorchDefinition InPython = new(
        "pixel_norm",
        """"
        def pixel_norm(x, eps=1e-8):
            """Scales the channels at each position to a mean square of 1 (Karras et al. 2018, section 4.2)."""
            return x * torch.rsqrt(x.square().mean(1, keepdim=True) + eps)
        """"
    );
}
