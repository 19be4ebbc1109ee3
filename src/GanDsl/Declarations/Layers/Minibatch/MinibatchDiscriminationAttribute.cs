namespace GanDsl;

/// <summary>
/// Adds features that tell how close each example is to the others of its minibatch: for every feature b the sum of exp(-‖Mᵢ,b - Mⱼ,b‖₁)
/// over the other examples j, where Mᵢ = xᵢ·T. It lets the discriminator see that a generator gives one sample only. Paper: Salimans et al.
/// 2016, section 3.2. PyTorch has no such layer.
/// </summary>
/// <remarks>
/// Input: <c>[N, in]</c>, where <c>in</c> is inferred. Output: <c>[N, in + outFeatures]</c>: the input, then the features.
/// Parameters: <c>T [in, outFeatures, kernelDims]</c>, drawn from U(-1/√in, 1/√in) as a linear layer's weight is.
/// </remarks>
/// <param name="outFeatures">The number of features that are added.</param>
/// <param name="kernelDims">The number of values that each feature compares examples by.</param>
public sealed class MinibatchDiscriminationAttribute(int outFeatures, int kernelDims) : LayerAttribute
{
    /// <summary>The number of features that are added.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>The number of values that each feature compares examples by.</summary>
    public int KernelDims { get; } = kernelDims;

    internal override bool CouplesExamples => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "outFeatures", OutFeatures),
            .. ArgumentCheck.AtLeast(1, "kernelDims", KernelDims),
        ];

    internal override ShapeResult InferShape(Shape input) =>
        input.Rank == 1
            ? new Shape(input[0] + OutFeatures)
            : LayerProblem.Rank("[N, in]", input, Mend.InsertBefore("Flatten"));

    internal override LayerModule? Module(Shape input) =>
        new(
            "MinibatchDiscrimination",
            new CallText("new MinibatchDiscrimination").Add(input[0]).Add(OutFeatures).Add(KernelDims)
        );

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        [new("T", input[0], OutFeatures, KernelDims)];

    internal override long MultiplyAdds(Shape input, Shape output) => Count.Product(input[0], OutFeatures, KernelDims);

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.MinibatchDiscrimination({x}, {module})";
}
