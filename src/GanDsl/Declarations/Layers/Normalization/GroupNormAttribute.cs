namespace GanDsl;

/// <summary>
/// Normalisation of each example over groups of channels and all their positions. Paper: Wu and He 2018. PyTorch:
/// <c>torch.nn.GroupNorm</c>.
/// </summary>
/// <remarks>
/// Input and output: <c>[N, C, …]</c>, unchanged; several values in each group. Parameters: <c>weight [C]</c>, <c>bias [C]</c>.
/// </remarks>
/// <param name="groups">The number of groups that the channels are split into; must divide them.</param>
public sealed class GroupNormAttribute(int groups) : NormalizationAttribute
{
    /// <summary>The number of groups that the channels are split into.</summary>
    public int Groups { get; } = groups;

    /// <summary>Whether a learned scale and shift of each channel follow. Default: true.</summary>
    public bool Affine { get; set; } = true;

    internal override bool RemovesChannelBias(Shape input) => Groups == input[0];

    internal override LayerWeight? Weight => Affine ? new(LayerKinds.Normalizations) { IsProperty = false } : null;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. base.ArgumentProblems(), .. ArgumentCheck.AtLeast(1, "groups", Groups)];

    internal override ShapeResult InferShape(Shape input) =>
        input[0] % Groups != 0
            ? new LayerProblem(
                Rule.GroupsDoNotDivide,
                "groups",
                $"groups is {CodeText.Of(Groups)}, but it has to divide the {CodeText.Of(input[0])} channels of its input",
                Mend.Set(
                    Kind,
                    ArgumentChange.Parameter("groups", 0, CodeText.Of(Count.GreatestCommonDivisor(input[0], Groups)))
                )
            )
        : input.ElementCount == Groups ? OneValue("group", input)
        : input;

    internal override LayerModule? Module(Shape input) =>
        new(
            "GroupNormalization",
            new CallText("new GroupNormalization")
                .Add(Groups)
                .Add(input[0])
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(true, "affine", Affine)
        );

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        Affine ? [new("weight", input[0]), new("bias", input[0])] : [];

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.GroupNormalization")
            .Add(x)
            .Add(module)
            .Add("groups: " + CodeText.Of(Groups))
            .Add(CallText.List(input))
            .AddUnless(1e-5, "epsilon", Eps)
            .ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(
            new PythonCall("nn.GroupNorm")
                .Add(Groups)
                .Add(input[0])
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(true, "affine", Affine)
        );
}
