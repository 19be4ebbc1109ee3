namespace GanDsl;

/// <summary>
/// Scaled exponential linear unit: 1.0507·x for x ≥ 0, 1.7581·(exp(x) - 1) below. Paper: Klambauer et al. 2017.
/// PyTorch: <c>torch.nn.SELU</c>.
/// </summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class SELUAttribute : ActivationAttribute
{
    private const double Scale = 1.0507009873554805;
    private const double Alpha = 1.6732632423543772;

    internal override Interval OutputRange(Interval input) =>
        input.Map(x => Scale * (x < 0 ? Alpha * (Math.Exp(x) - 1) : x));

    internal override string Forward(string x, string module, Shape output) => $"{x}.selu()";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Selu({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) => PyTorchLayer.Function("F.selu");
}
