namespace GanDsl;

/// <summary>
/// Maxout units: each output is the largest of <c>pieces</c> linear functions of the input, over the last dimension.
/// Paper: Goodfellow et al. 2013. PyTorch: <c>torch.nn.Linear</c> to <c>outFeatures * pieces</c>, then the maximum over the pieces.
/// </summary>
/// <remarks>
/// Input: <c>[N, …, in]</c>, where <c>in</c> is inferred. Output: <c>[N, …, outFeatures]</c>.
/// Parameters: <c>weight [outFeatures * pieces, in]</c>, <c>bias [outFeatures * pieces]</c>.
/// </remarks>
/// <param name="outFeatures">The number of maxout units.</param>
/// <param name="pieces">The number of linear functions per unit.</param>
public sealed class MaxoutAttribute(int outFeatures, int pieces) : LayerAttribute
{
    /// <summary>The number of maxout units.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>The number of linear functions per unit.</summary>
    public int Pieces { get; } = pieces;

    /// <summary>Whether each linear function has a learned bias. Default: true.</summary>
    public bool Bias { get; set; } = true;

    private long LinearFunctions => (long)OutFeatures * Pieces;

    internal override LayerPrecision Precision => LayerPrecision.BFloat16;

    internal override LayerWeight? Weight => new(LayerKinds.Maxout, outputDimension: 0);

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. ArgumentCheck.AtLeast(1, "outFeatures", OutFeatures), .. ArgumentCheck.AtLeast(1, "pieces", Pieces)];

    internal override ShapeResult InferShape(Shape input) => input.WithLast(OutFeatures);

    internal override LayerModule? Module(Shape input) =>
        new("Linear", new CallText("nn.Linear").Add(input.Last).Add(LinearFunctions).AddUnless(true, "hasBias", Bias));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input)
    {
        var weight = new LayerParameter("weight", LinearFunctions, input.Last);
        return Bias ? [weight, new("bias", LinearFunctions)] : [weight];
    }

    internal override long MultiplyAdds(Shape input, Shape output) =>
        Count.Product(input.ElementCount, LinearFunctions);

    internal override Mend? MendOutput(Shape found, Shape wanted) =>
        found.WithLast(wanted.Last).Equals(wanted)
            ? Mend.Set(Kind, ArgumentChange.Parameter("outFeatures", 0, CodeText.Of(wanted.Last)))
            : null;

    internal override string Forward(string x, string module, Shape output) => Largest($"{module}.call({x})", output);

    internal override string Onnx(string x, string module, Shape input, Shape output)
    {
        var pieces = LinearAttribute.OnnxProduct(x, module, input);
        return $"graph.ReduceMax(graph.Reshape({pieces}, {CallText.Sizes([.. output.Sizes, Pieces])}))";
    }

    internal override string ForwardInBFloat16(string x, string module, Shape output) =>
        Largest($"{module}.InBFloat16({x})", output);

    internal override PyTorchLayer PyTorch(Shape input, Shape output)
    {
        var pieces = PythonText.Tuple([-1, .. output.Sizes, Pieces]).Trim('(', ')');
        return PyTorchLayer.Module(
            new PythonCall("nn.Linear").Add(input.Last).Add(LinearFunctions).AddUnless(true, "bias", Bias),
            (x, module) => $"{module}({x}).reshape({pieces}).amax(-1)"
        );
    }

    private string Largest(string pieces, Shape output) =>
        $"{pieces}.{new CallText("reshape").Add(output).Add(Pieces)}.amax([-1])";
}
