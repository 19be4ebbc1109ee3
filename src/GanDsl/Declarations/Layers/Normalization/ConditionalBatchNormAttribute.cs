namespace GanDsl;

/// <summary>
/// Batch normalisation whose scale and shift depend on the label. Papers: Dumoulin et al. 2017, de Vries et al. 2017; for GANs Miyato and
/// Koyama 2018. PyTorch: <c>torch.nn.BatchNorm2d(C, affine=False)</c>, times one <c>torch.nn.Embedding</c>, plus another.
/// </summary>
/// <remarks>
/// Input and output: <c>[N, C]</c>, <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>, unchanged.
/// Parameters: <c>weight [classes, C]</c>, at first 1, and <c>bias [classes, C]</c>, at first 0. State: <c>norm.running_mean</c>,
/// <c>norm.running_var</c>, <c>norm.num_batches_tracked</c>.
/// </remarks>
public sealed class ConditionalBatchNormAttribute : LabelLayerAttribute
{
    /// <summary>Added to the variance so that nothing is divided by zero. Default: 1e-5.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>The weight of the new minibatch in the running statistics, in [0, 1]. Default: 0.1.</summary>
    public double Momentum { get; set; } = 0.1;

    internal override bool CouplesExamples => true;

    internal override bool KeepsMinibatchStatistics => true;

    internal override bool IsNormalization => true;

    internal override bool RemovesChannelBias(Shape input) => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. ArgumentCheck.Positive(nameof(Eps), Eps), .. ArgumentCheck.Probability(nameof(Momentum), Momentum)];

    internal override ShapeResult InferShape(Shape input) =>
        input.Rank is >= 1 and <= 4
            ? input
            : LayerProblem.Rank("[N, C], [N, C, L], [N, C, H, W] or [N, C, D, H, W]", input);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        [
            .. NormalizationEps.Remarks(Kind, Eps, NormalizationEps.OfVarianceWithMomentum),
            .. RunningMomentum.Remarks(Kind, Momentum),
        ];

    internal override LayerModule? Module(Shape input) =>
        new(
            "ConditionalBatchNorm",
            new CallText("new ConditionalBatchNorm")
                .Add(input[0])
                .Add(ClassCount)
                .Add(input.Rank)
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(0.1, "momentum", Momentum)
        );

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        [new("weight", ClassCount, input[0]), new("bias", ClassCount, input[0])];

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x}, labels)";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.ConditionalBatchNorm")
            .Add(x)
            .Add("labels")
            .Add(module)
            .Add("rank: " + CodeText.Of(input.Rank))
            .AddUnless(1e-5, "epsilon", Eps)
            .ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output)
    {
        var norm = new PythonCall($"nn.BatchNorm{PythonText.Of(Math.Max(1, input.Rank - 1))}d")
            .Add(input[0])
            .AddUnless(1e-5, "eps", Eps)
            .AddUnless(0.1, "momentum", Momentum)
            .Add("affine=False");
        return PyTorchLayer
            .Module(
                new PythonCall("ConditionalBatchNorm").Add(norm.ToString()).Add(ClassCount),
                (x, module) => $"{module}({x}, labels)"
            )
            .With(InPython);
    }

    private static readonly PyTorchDefinition InPython = new(
        "ConditionalBatchNorm",
        """"
        class ConditionalBatchNorm(nn.Module):
            """Batch normalisation with a scale and a shift for each class (de Vries et al. 2017)."""

            def __init__(self, norm, classes):
                super().__init__()
                self.norm = norm
                self.weight = nn.Parameter(torch.ones(classes, norm.num_features))
                self.bias = nn.Parameter(torch.zeros(classes, norm.num_features))

            def forward(self, input, labels):
                places = [*input.shape[:2], *[1] * (input.dim() - 2)]
                scale = self.weight[labels].reshape(places)
                shift = self.bias[labels].reshape(places)
                return scale * self.norm(input) + shift
        """"
    );
}
