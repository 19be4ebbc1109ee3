namespace GanDsl;

/// <summary>
/// Normalisation of each example over all its values, or over its last dimensions. Paper: Ba et al. 2016.
/// PyTorch: <c>torch.nn.LayerNorm</c>.
/// </summary>
/// <remarks>
/// Input and output: any shape of several values, unchanged. Parameters: <c>weight</c> and <c>bias</c>, of the shape that is normalised.
/// </remarks>
public sealed class LayerNormAttribute : NormalizationAttribute
{
    /// <summary>
    /// How many of the last dimensions are normalised together; 0 for all of them. PyTorch: the length of <c>normalized_shape</c>.
    /// Default: 0.
    /// </summary>
    public int LastDimensions { get; set; }

    /// <summary>Whether a learned scale and shift of each value follow. Default: true.</summary>
    public bool ElementwiseAffine { get; set; } = true;

    internal override LayerWeight? Weight => ElementwiseAffine ? new(LayerKinds.Normalizations) : null;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. base.ArgumentProblems(), .. ArgumentCheck.AtLeast(0, nameof(LastDimensions), LastDimensions)];

    internal override ShapeResult InferShape(Shape input) =>
        LastDimensions > input.Rank
            ? new LayerProblem(
                Rule.InputRank,
                nameof(LastDimensions),
                $"LastDimensions is {CodeText.Of(LastDimensions)}, but its input {input} has {CodeText.Count(input.Rank, "dimension")} after N",
                Mend.Set(Kind, ArgumentChange.Removal(nameof(LastDimensions)))
            )
        : Normalized(input).All(size => size == 1) ? OneValue("example", input)
        : input;

    internal override LayerModule? Module(Shape input)
    {
        var sizes = Normalized(input).Select(CodeText.Of).ToList();
        return new(
            "LayerNorm",
            new CallText("nn.LayerNorm")
                .Add(sizes.Count == 1 ? sizes[0] : $"[{string.Join(", ", sizes)}]")
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(true, "elementwise_affine", ElementwiseAffine)
        );
    }

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        ElementwiseAffine ? [new("weight", Normalized(input)), new("bias", Normalized(input))] : [];

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.LayerNormalization")
            .Add(x)
            .Add(module)
            .Add(CallText.List(new Shape(Normalized(input))))
            .AddUnless(1e-5, "epsilon", Eps)
            .ToString();

    private long[] Normalized(Shape input) =>
        [.. input.Sizes.Skip(LastDimensions == 0 ? 0 : input.Rank - LastDimensions)];

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(
            new PythonCall("nn.LayerNorm")
                .Add(PythonText.Of(Normalized(input)))
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(true, "elementwise_affine", ElementwiseAffine)
        );
}
