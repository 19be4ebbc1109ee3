namespace GanDsl;

/// <summary>Sigmoid linear unit, or swish: x · sigmoid(x). Paper: Ramachandran et al. 2017. PyTorch: <c>torch.nn.SiLU</c>.</summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
public sealed class SiLUAttribute : ActivationAttribute
{
    /// <summary>The least value, at x = -1.2785.</summary>
    private const double Least = -0.27846454276107379;

    internal override Interval OutputRange(Interval input) => input.Dip(Least);

    internal override string Forward(string x, string module, Shape output) => $"{x}.silu()";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Silu({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) => PyTorchLayer.Function("F.silu");
}
