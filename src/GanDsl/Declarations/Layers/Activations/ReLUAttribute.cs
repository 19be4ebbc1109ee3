namespace GanDsl;

/// <summary>Rectified linear unit: max(0, x). PyTorch: <c>torch.nn.ReLU</c>.</summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class ReLUAttribute : ActivationAttribute
{
    internal override Interval OutputRange(Interval input) => input.Map(x => Math.Max(0, x));

    internal override string Forward(string x, string module, Shape output) => $"{x}.relu()";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Relu({x})";

    internal override string? ForwardInPlace(string x) => $"{x}.relu_()";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) => PyTorchLayer.Function("F.relu");
}
