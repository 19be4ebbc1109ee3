namespace GanDsl;

/// <summary>A fully connected layer, y = x·Aᵀ + b, over the last dimension. PyTorch: <c>torch.nn.Linear</c>.</summary>
/// <remarks>
/// Input: <c>[N, …, in]</c>, where <c>in</c> is inferred. Output: <c>[N, …, outFeatures]</c>.
/// Parameters: <c>weight [outFeatures, in]</c>, <c>bias [outFeatures]</c>.
/// </remarks>
/// <param name="outFeatures">The size of the last dimension of the output.</param>
public sealed class LinearAttribute(int outFeatures) : LayerAttribute
{
    /// <summary>The size of the last dimension of the output.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>Whether a learned bias is added. Default: true.</summary>
    public bool Bias { get; set; } = true;

    internal override bool LeavesOutputFree => true;

    internal override LayerPrecision Precision => LayerPrecision.BFloat16;

    internal override LayerWeight? Weight => new(LayerKinds.Linear, outputDimension: 0);

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.AtLeast(1, "outFeatures", OutFeatures);

    internal override ShapeResult InferShape(Shape input) => input.WithLast(OutFeatures);

    internal override LayerModule? Module(Shape input) =>
        new("Linear", new CallText("nn.Linear").Add(input.Last).Add(OutFeatures).AddUnless(true, "hasBias", Bias));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input)
    {
        var weight = new LayerParameter("weight", OutFeatures, input.Last);
        return Bias ? [weight, new("bias", OutFeatures)] : [weight];
    }

    internal override long MultiplyAdds(Shape input, Shape output) => Count.Product(input.ElementCount, OutFeatures);

    internal override bool AddsChannelBias(Shape input) => Bias && input.Rank == 1;

    internal override Mend? MendOutput(Shape found, Shape wanted) =>
        found.WithLast(wanted.Last).Equals(wanted)
            ? Mend.Set(Kind, ArgumentChange.Parameter("outFeatures", 0, CodeText.Of(wanted.Last)))
            : null;

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) => OnnxProduct(x, module, input);

    internal override string ForwardInBFloat16(string x, string module, Shape output) => $"{module}.InBFloat16({x})";

    /// <summary>The product with the weight of a linear layer, plus its bias: Gemm takes vectors only.</summary>
    internal static string OnnxProduct(string x, string module, Shape input) =>
        $"graph.{(input.Rank == 1 ? "Gemm" : "MatMul")}({x}, {module})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(new PythonCall("nn.Linear").Add(input.Last).Add(OutFeatures).AddUnless(true, "bias", Bias));
}
