namespace GanDsl;

/// <summary>
/// Batch normalisation of each channel over the minibatch. Paper: Ioffe and Szegedy 2015.
/// PyTorch: <c>torch.nn.BatchNorm1d</c>, <c>BatchNorm2d</c> or <c>BatchNorm3d</c>, by the rank of the input.
/// </summary>
/// <remarks>
/// Input and output: <c>[N, C]</c>, <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>, unchanged.
/// Parameters: <c>weight [C]</c>, <c>bias [C]</c>. State: <c>running_mean</c>, <c>running_var</c>, <c>num_batches_tracked</c>.
/// </remarks>
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance so that nothing is divided by zero. Default: 1e-5.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>
    /// The weight of the new minibatch in the running statistics, in [0, 1] (Keras calls one minus this its momentum). Default: 0.1.
    /// </summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether a learned scale and shift follow. Default: true.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whether running statistics are kept for evaluation; without them evaluation uses the batch's own. Default: true.</summary>
    public bool TrackRunningStats { get; set; } = true;

    internal override LayerPrecision Precision => LayerPrecision.Input;

    internal override bool LeavesOutputFree => true;

    internal override bool CouplesExamples => true;

    internal override bool KeepsMinibatchStatistics => TrackRunningStats;

    internal override bool IsNormalization => true;

    internal override LayerWeight? Weight => Affine ? new(LayerKinds.Normalizations) : null;

    internal override bool RemovesChannelBias(Shape input) => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. ArgumentCheck.Positive("Eps", Eps), .. ArgumentCheck.Probability("Momentum", Momentum)];

    internal override ShapeResult InferShape(Shape input) =>
        input.Rank is >= 1 and <= 4
            ? input
            : LayerProblem.Rank("[N, C], [N, C, L], [N, C, H, W] or [N, C, D, H, W]", input);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        [
            .. NormalizationEps.Remarks(Kind, Eps, NormalizationEps.OfVarianceWithMomentum),
            .. TrackRunningStats ? RunningMomentum.Remarks(Kind, Momentum) : [],
        ];

    internal override LayerModule? Module(Shape input) =>
        new(
            "BatchNormalization",
            new CallText("new BatchNormalization")
                .Add(input[0])
                .Add("rank: " + CodeText.Of(input.Rank))
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(0.1, "momentum", Momentum)
                .AddUnless(true, "affine", Affine)
                .AddUnless(true, "trackRunningStats", TrackRunningStats)
        );

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        Affine ? [new("weight", input[0]), new("bias", input[0])] : [];

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText(TrackRunningStats ? "graph.BatchNormalization" : "graph.NormalizeBatch")
            .Add(x)
            .Add(module)
            .AddUnless(TrackRunningStats, "rank", CodeText.Of(input.Rank))
            .AddUnless(1e-5, "epsilon", Eps)
            .ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(
            new PythonCall($"nn.BatchNorm{PythonText.Of(Math.Max(1, input.Rank - 1))}d")
                .Add(input[0])
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(0.1, "momentum", Momentum)
                .AddUnless(true, "affine", Affine)
                .AddUnless(true, "track_running_stats", TrackRunningStats)
        );
}
