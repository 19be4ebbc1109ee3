namespace GanDsl;

/// <summary>Logistic function: 1 / (1 + exp(-x)), range (0, 1). PyTorch: <c>torch.nn.Sigmoid</c>.</summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class SigmoidAttribute : ActivationAttribute
{
    internal override Interval OutputRange(Interval input) => input.Map(x => 1 / (1 + Math.Exp(-x)));

    internal override string Forward(string x, string module, Shape output) => $"{x}.sigmoid()";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Sigmoid({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) => PyTorchLayer.Function("torch.sigmoid");
}
