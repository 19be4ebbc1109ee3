namespace GanDsl;

/// <summary>
/// The end of a projection discriminator: s(x, y) = w·φ(x) + b + e(y)·φ(x), with φ(x) its input and e(y) a learned vector for the label.
/// Paper: Miyato and Koyama 2018. PyTorch: <c>torch.nn.Linear(C, 1)</c>, plus the inner product with a <c>torch.nn.Embedding</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C]</c>. Output: <c>[N, 1]</c>. Parameters: <c>linear.weight [1, C]</c>, <c>linear.bias [1]</c>,
/// <c>embedding.weight [classes, C]</c>, at first evenly from ±1 / √C as the linear part.
/// </remarks>
public sealed class ProjectionAttribute : LabelLayerAttribute
{
    internal override ShapeResult InferShape(Shape input) =>
        input.Rank == 1 ? new Shape(1) : LayerProblem.Rank("[N, C]", input, Mend.InsertBefore("Flatten"));

    internal override LayerModule? Module(Shape input) =>
        new("Projection", new CallText("new Projection").Add(input[0]).Add(ClassCount));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        [new("linear.weight", 1, input[0]), new("linear.bias", 1), new("embedding.weight", ClassCount, input[0])];

    internal override LayerWeight? Weight => new(LayerKinds.None) { IsNormalizedByModule = true };

    internal override long MultiplyAdds(Shape input, Shape output) => 2 * input[0];

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x}, labels)";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.Projection({x}, labels, {module})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer
            .Module(new PythonCall("Projection").Add(input[0]).Add(ClassCount), (x, module) => $"{module}({x}, labels)")
            .With(InPython)
            .Normalizable(NormalizedInPython);

    private static readonly PyTorchDefinition InPython = new(
        "Projection",
        """"
        class Projection(nn.Module):
            """The end of a projection discriminator (Miyato and Koyama 2018)."""

            def __init__(self, features, classes):
                super().__init__()
                self.linear = nn.Linear(features, 1)
                self.embedding = nn.Embedding(classes, features)
                nn.init.uniform_(self.embedding.weight, -(features**-0.5), features**-0.5)

            def forward(self, input, labels):
                return self.linear(input) + (self.embedding(labels) * input).sum(1, keepdim=True)
        """"
    );

    private static readonly PyTorchDefinition NormalizedInPython = new(
        "SpectralNormProjection",
        """"
        class SpectralNormProjection(Projection):
            """Projection with both weights divided by their largest singular values, and its bias as it is."""

            def __init__(self, features, classes, **options):
                super().__init__(features, classes)
                self.linearSpectralNorm = SpectralNorm(self.linear.weight, **options)
                self.embeddingSpectralNorm = SpectralNorm(self.embedding.weight, **options)

            def forward(self, input, labels):
                vectors = self.embedding(labels) / self.embeddingSpectralNorm(self.embedding.weight)
                divided = input / self.linearSpectralNorm(self.linear.weight)
                return self.linear(divided) + (vectors * input).sum(1, keepdim=True)
        """"
    );
}
