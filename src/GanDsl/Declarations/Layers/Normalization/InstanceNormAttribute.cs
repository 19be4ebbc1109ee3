namespace GanDsl;

/// <summary>
/// Normalisation of each channel of each example over its positions. Paper: Ulyanov et al. 2016. PyTorch:
/// <c>torch.nn.InstanceNorm1d</c>, <c>InstanceNorm2d</c> or <c>InstanceNorm3d</c>, by the rank of the input.
/// </summary>
/// <remarks>
/// Input and output: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>, unchanged; several positions.
/// Parameters with <c>Affine</c>: <c>weight [C]</c>, <c>bias [C]</c>. State with <c>TrackRunningStats</c>: <c>running_mean</c>,
/// <c>running_var</c>, <c>num_batches_tracked</c>.
/// </remarks>
public sealed class InstanceNormAttribute : NormalizationAttribute
{
    /// <summary>The weight of the new minibatch in the running statistics, in [0, 1]. Default: 0.1.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether a learned scale and shift follow. Default: false.</summary>
    public bool Affine { get; set; }

    /// <summary>Whether running statistics are kept, by which evaluation normalises. Default: false, by the example itself.</summary>
    public bool TrackRunningStats { get; set; }

    internal override bool RemovesChannelBias(Shape input) => true;

    internal override LayerWeight? Weight => Affine ? new(LayerKinds.Normalizations) : null;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. base.ArgumentProblems(), .. ArgumentCheck.Probability(nameof(Momentum), Momentum)];

    internal override ShapeResult InferShape(Shape input) =>
        !Axes.AreOf(input) ? LayerProblem.Rank(Axes.AnyInput, input)
        : input.ElementCount == input[0] ? OneValue("channel", input)
        : input;

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        [.. base.Remarks(input, output), .. TrackRunningStats ? RunningMomentum.Remarks(Kind, Momentum) : []];

    internal override LayerModule? Module(Shape input)
    {
        var type = $"InstanceNorm{CodeText.Of(input.Rank - 1)}d";
        return new(
            type,
            new CallText("nn." + type)
                .Add(input[0])
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(0.1, "momentum", Momentum)
                .AddUnless(false, "affine", Affine)
                .AddUnless(false, "track_running_stats", TrackRunningStats)
        );
    }

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input) =>
        Affine ? [new("weight", input[0]), new("bias", input[0])] : [];

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        (
            TrackRunningStats
                ? new CallText("graph.BatchNormalization").Add(x).Add(module)
                : new CallText("graph.InstanceNormalization")
                    .Add(x)
                    .Add(module)
                    .Add("channels: " + CodeText.Of(input[0]))
        )
            .AddUnless(1e-5, "epsilon", Eps)
            .ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Module(
            new PythonCall($"nn.InstanceNorm{PythonText.Of(input.Rank - 1)}d")
                .Add(input[0])
                .AddUnless(1e-5, "eps", Eps)
                .AddUnless(0.1, "momentum", Momentum)
                .AddUnless(false, "affine", Affine)
                .AddUnless(false, "track_running_stats", TrackRunningStats)
        );
}
