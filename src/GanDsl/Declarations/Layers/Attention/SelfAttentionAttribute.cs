namespace GanDsl;

/// <summary>
/// Adds to each position a mixture of all positions, weighted by how well they match: y = x + gamma · softmax(f(x)ᵀ·g(x))·h(x), with gamma
/// learned from 0. Paper: Zhang et al. 2018 (SAGAN, arXiv 1805.08318v1; in the version of ICML 2019 h gives C / 8 channels, and a fourth map takes
/// the mixture back to C). PyTorch has no such layer: f, g and h are <c>torch.nn.Conv1d</c> with kernels of 1
/// and without bias over the flattened positions.
/// </summary>
/// <remarks>
/// Input and output: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>, unchanged. With K = max(1, ⌊C / 8⌋) the parameters are
/// <c>gamma [1]</c>, <c>f.weight [K, C, 1]</c>, <c>g.weight [K, C, 1]</c> and <c>h.weight [C, C, 1]</c>. Time and memory grow with the
/// square of the number of positions.
/// </remarks>
public sealed class SelfAttentionAttribute : LayerAttribute
{
    internal override ShapeResult InferShape(Shape input)
    {
        if (!Axes.AreOf(input))
        {
            return LayerProblem.Rank(Axes.AnyInput, input);
        }

        var positions = Positions(input);
        return Shape.Overflows([positions, positions])
            ? new LayerProblem(
                Rule.SizeOverflows,
                null,
                $"it weighs each of the {CodeText.Count(positions)} positions of its input {input} against each, which makes more than "
                    + $"{CodeText.Count(Shape.LargestElementCount)} values per example; put it where there are fewer"
            )
            : input;
    }

    internal override LayerPrecision Precision => LayerPrecision.BFloat16;

    internal override LayerWeight? Weight =>
        new(LayerKinds.Attention)
        {
            Names = ["f.weight", "g.weight", "h.weight"],
            IsProperty = false,
            IsNormalizedByModule = true,
        };

    internal override LayerModule? Module(Shape input) =>
        new("SelfAttention", new CallText("new SelfAttention").Add(input[0]));

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input)
    {
        var (channels, keys) = (input[0], Keys(input));
        return
        [
            new("gamma", 1),
            new("f.weight", keys, channels, 1),
            new("g.weight", keys, channels, 1),
            new("h.weight", channels, channels, 1),
        ];
    }

    /// <summary>The three convolutions, and the two products of every position with every other one.</summary>
    internal override long MultiplyAdds(Shape input, Shape output)
    {
        var (channels, keys, positions) = (input[0], Keys(input), Positions(input));
        return Count.Sum([
            Count.Product(positions, channels, (2 * keys) + channels),
            Count.Product(positions, positions, keys + channels),
        ]);
    }

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.SelfAttention({x}, {module}, {CallText.List(input)})";

    internal override string ForwardInBFloat16(string x, string module, Shape output) => $"{module}.InBFloat16({x})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer
            .Module(new PythonCall("SelfAttention").Add(input[0]))
            .With(InPython)
            .Normalizable(NormalizedInPython);

    private static readonly PyTorchDefinition InPython = new(
        "SelfAttention",
        """"
        class SelfAttention(nn.Module):
            """Adds to each position a mixture of all positions, weighted by how well they match (Zhang et al. 2019)."""

            def __init__(self, channels):
                super().__init__()
                keys = max(1, channels // 8)
                self.gamma = nn.Parameter(torch.zeros(1))
                self.f = nn.Conv1d(channels, keys, 1, bias=False)
                self.g = nn.Conv1d(channels, keys, 1, bias=False)
                self.h = nn.Conv1d(channels, channels, 1, bias=False)

            def forward(self, input):
                x = input.flatten(2)
                weights = F.softmax(self.g(x).transpose(1, 2) @ self.f(x), dim=2)
                mixed = self.h(x) @ weights.transpose(1, 2)
                return (self.gamma * mixed + x).reshape(input.shape)
        """"
    );

    private static readonly PyTorchDefinition NormalizedInPython = new(
        "SpectralNormSelfAttention",
        """"
        class SpectralNormSelfAttention(SelfAttention):
            """SelfAttention with the weight of each map divided by its largest singular value."""

            def __init__(self, channels, **options):
                super().__init__(channels)
                self.fSpectralNorm = SpectralNorm(self.f.weight, **options)
                self.gSpectralNorm = SpectralNorm(self.g.weight, **options)
                self.hSpectralNorm = SpectralNorm(self.h.weight, **options)

            def forward(self, input):
                x = input.flatten(2)
                keys = F.conv1d(x, self.f.weight / self.fSpectralNorm(self.f.weight))
                queries = F.conv1d(x, self.g.weight / self.gSpectralNorm(self.g.weight))
                values = F.conv1d(x, self.h.weight / self.hSpectralNorm(self.h.weight))
                weights = F.softmax(queries.transpose(1, 2) @ keys, dim=2)
                mixed = values @ weights.transpose(1, 2)
                return (self.gamma * mixed + x).reshape(input.shape)
        """"
    );

    private static long Keys(Shape input) => Math.Max(1, input[0] / 8);

    private static long Positions(Shape input) => input.ElementCount / input[0];
}
