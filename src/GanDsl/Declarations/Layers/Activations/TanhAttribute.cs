namespace GanDsl;

/// <summary>Hyperbolic tangent: tanh(x), range (-1, 1). PyTorch: <c>torch.nn.Tanh</c>.</summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class TanhAttribute : ActivationAttribute
{
    internal override Interval OutputRange(Interval input) => input.Map(Math.Tanh);

    internal override string Forward(string x, string module, Shape output) => $"{x}.tanh()";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Tanh({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) => PyTorchLayer.Function("torch.tanh");
}
