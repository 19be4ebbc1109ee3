namespace GanDsl;

/// <summary>
/// In training, adds normally distributed noise to each value; in evaluation, nothing. On the discriminator's input it is instance noise
/// (Sønderby et al. 2017). PyTorch: <c>x + std * torch.randn_like(x)</c> in training.
/// </summary>
/// <remarks>Input and output: any shape, unchanged. As for Dropout, the noise comes from torch's own random numbers.</remarks>
/// <param name="std">The standard deviation of the noise.</param>
public sealed class GaussianNoiseAttribute(double std) : LayerAttribute
{
    /// <summary>The standard deviation of the noise.</summary>
    public double Std { get; } = std;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.NotNegative("std", Std);

    internal override ShapeResult InferShape(Shape input) => input;

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        Std > 0
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "std",
                    Std,
                    "above 0",
                    "without a deviation the layer does nothing",
                    Mend.Remove(Kind)
                ),
            ];

    internal override Interval OutputRange(Interval input) => Std == 0 ? input : Interval.Unbounded;

    internal override string Forward(string x, string module, Shape output) =>
        $"LayerFunctions.GaussianNoise({x}, {CodeText.Of(Std)}, training)";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.GaussianNoise({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(x => $"{x} + {PythonText.Of(Std)} * torch.randn_like({x}) if self.training else {x}");
}
