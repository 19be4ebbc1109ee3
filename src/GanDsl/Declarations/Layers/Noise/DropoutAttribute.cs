namespace GanDsl;

/// <summary>
/// In training, sets each value to zero with probability <c>p</c> and scales the others by 1 / (1 - p); in evaluation, nothing.
/// PyTorch: <c>torch.nn.Dropout</c>. Paper: Srivastava et al. 2014.
/// </summary>
/// <remarks>Input and output: any shape, unchanged.</remarks>
/// <param name="p">The probability of zero, in [0, 1]. Default: 0.5.</param>
public sealed class DropoutAttribute(double p = 0.5) : ActivationAttribute
{
    /// <summary>The probability that a value is set to zero.</summary>
    public double P { get; } = p;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Probability("p", P);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        P < 1
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "p",
                    P,
                    "below 1",
                    "in training it sets every value to zero, so nothing before it learns",
                    Mend.Set(Kind, ArgumentChange.Parameter("p", 0, "0.5"))
                ),
            ];

    /// <summary>Training scales what it keeps.</summary>
    internal override Interval OutputRange(Interval input) => (P < 1 ? input.Map(x => x / (1 - P)) : input).WithZero;

    internal override string Forward(string x, string module, Shape output) =>
        $"functional.dropout({x}, {CodeText.Of(P)}, training)";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Dropout({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("F.dropout", call => call.Add(PythonText.Of(P)).Add("self.training"));
}
