namespace GanDsl;

/// <summary>
/// Lets D name the class of what it sees: its input goes on unchanged, and a linear layer beside it gives a logit for each class. Both
/// networks learn to make that right, of real and of generated examples. Paper: Odena et al. 2017 (AC-GAN). PyTorch:
/// <c>torch.nn.Linear(C, classes)</c> and cross-entropy.
/// </summary>
/// <remarks>
/// Stands in the discriminator, before its last layer. Input and output: <c>[N, C]</c>, unchanged. Parameters:
/// <c>weight [classes, C]</c>, <c>bias [classes]</c>.
/// </remarks>
/// <param name="weight">How much the cross-entropy counts beside the loss, above 0. Default: 1.</param>
public sealed class AuxiliaryClassifierAttribute(double weight = 1) : LabelLayerAttribute
{
    /// <summary>How much the cross-entropy counts beside the loss.</summary>
    public double LossWeight { get; } = weight;

    internal override bool ReadsLabels => false;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Positive("weight", LossWeight);

    internal override ShapeResult InferShape(Shape input) =>
        input.Rank == 1 ? input : LayerProblem.Rank("[N, C]", input, Mend.InsertBefore("Flatten"));

    internal override LayerModule? Module(Shape input) =>
        new("Linear", new CallText("nn.Linear").Add(input[0]).Add(ClassCount));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        [new("weight", ClassCount, input[0]), new("bias", ClassCount)];

    internal override LayerWeight? Weight => new(LayerKinds.None, outputDimension: 0);

    internal override long MultiplyAdds(Shape input, Shape output) => Count.Product(input[0], ClassCount);

    internal override Interval OutputRange(Interval input) => input;

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) => $"graph.Gemm({x}, {module})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(new PythonCall("nn.Linear").Add(input[0]).Add(ClassCount));
}
