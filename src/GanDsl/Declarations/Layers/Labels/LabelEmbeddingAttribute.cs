namespace GanDsl;

/// <summary>
/// Appends a learned vector for the label to the channels of its input. Paper: Mirza and Osindero 2014. PyTorch:
/// <c>torch.cat([x, torch.nn.Embedding(classes, dimensions)(labels)], 1)</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, …]</c>. Output: <c>[N, C + dimensions, …]</c>; in images and signals each value of the vector is a constant plane.
/// Parameters: <c>weight [classes, dimensions]</c>.
/// </remarks>
/// <param name="dimensions">Values of the vector.</param>
public sealed class LabelEmbeddingAttribute(int dimensions) : LabelLayerAttribute
{
    /// <summary>Values of the vector.</summary>
    public int Dimensions { get; } = dimensions;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.AtLeast(1, "dimensions", Dimensions);

    internal override ShapeResult InferShape(Shape input) => input.WithFirst(input[0] + Dimensions);

    internal override LayerModule? Module(Shape input) =>
        new("LabelEmbedding", new CallText("new LabelEmbedding").Add(ClassCount).Add(Dimensions));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) => [new("weight", ClassCount, Dimensions)];

    internal override LayerWeight? Weight => new(LayerKinds.None) { IsNormalizedByModule = true };

    internal override string Forward(string x, string module, Shape output)
    {
        var embedding = $"{module}.call(labels)";
        if (output.Rank > 1)
        {
            var places = output.Sizes.Skip(1).ToList();
            var reshape = new CallText("reshape").Add(-1).Add(Dimensions);
            var expand = new CallText("expand").Add(-1).Add(Dimensions);
            foreach (var place in places)
            {
                reshape.Add(1);
                expand.Add(place);
            }

            embedding = $"{embedding}.{reshape}.{expand}";
        }

        return $"cat([{x}, {embedding}], 1)";
    }

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.LabelEmbedding({x}, labels, {module}, {CallText.List(output)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output)
    {
        // A plane of each value, as large as the maps.
        var places = output.Sizes.Skip(1).Select(PythonText.Of).ToList();
        var planes =
            places.Count == 0
                ? ""
                : $"[:, :, {string.Join(", ", places.Select(_ => "None"))}].expand(-1, -1, {string.Join(", ", places)})";
        return PyTorchLayer
            .Module(
                new PythonCall("nn.Embedding").Add(ClassCount).Add(Dimensions),
                (x, module) => $"torch.cat([{x}, {module}(labels){planes}], dim=1)"
            )
            .Normalizable(NormalizedInPython);
    }

    private static readonly PyTorchDefinition NormalizedInPython = new(
        "SpectralNormEmbedding",
        """"
        class SpectralNormEmbedding(nn.Embedding):
            """nn.Embedding with its weight divided by its largest singular value."""

            def __init__(self, classes, dimensions, **options):
                super().__init__(classes, dimensions)
                self.weightSpectralNorm = SpectralNorm(self.weight, **options)

            def forward(self, labels):
                return super().forward(labels) / self.weightSpectralNorm(self.weight)
        """"
    );
}
