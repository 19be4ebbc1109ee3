namespace GanDsl;

/// <summary>x · tanh(log(1 + exp(x))). Paper: Misra 2019. PyTorch: <c>torch.nn.Mish</c>.</summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class MishAttribute : ActivationAttribute
{
    /// <summary>The least value, at x = -1.1924.</summary>
    private const double Least = -0.30884341301725043;

    internal override Interval OutputRange(Interval input) => input.Dip(Least);

    internal override string Forward(string x, string module, Shape output) => $"{x}.Mish()";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Mish({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) => PyTorchLayer.Function("F.mish");
}
