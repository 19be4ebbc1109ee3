using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Every layer that declarations are drawn from; a test compares it with GanDsl's own.</summary>
internal static class LayerCatalog
{
    public static readonly IReadOnlyDictionary<string, Func<FuzzRandom, long[], FuzzedLayer>> Draws =
        new SortedDictionary<string, Func<FuzzRandom, long[], FuzzedLayer>>(StringComparer.Ordinal)
        {
            ["AdaptiveAvgPool"] = FuzzedAdaptiveAvgPool.Draw,
            ["AuxiliaryClassifier"] = FuzzedAuxiliaryClassifier.Draw,
            ["AvgPool"] = FuzzedAvgPool.Draw,
            ["BatchNorm"] = FuzzedBatchNorm.Draw,
            ["ConditionalBatchNorm"] = FuzzedConditionalBatchNorm.Draw,
            ["Conv1d"] = FuzzedConv1d.Draw,
            ["Conv2d"] = FuzzedConv2d.Draw,
            ["Conv3d"] = FuzzedConv3d.Draw,
            ["ConvTranspose1d"] = FuzzedConvTranspose1d.Draw,
            ["ConvTranspose2d"] = FuzzedConvTranspose2d.Draw,
            ["ConvTranspose3d"] = FuzzedConvTranspose3d.Draw,
            ["Dropout"] = FuzzedDropout.Draw,
            ["ELU"] = FuzzedELU.Draw,
            ["Flatten"] = FuzzedFlatten.Draw,
            ["GELU"] = FuzzedGELU.Draw,
            ["GaussianNoise"] = FuzzedGaussianNoise.Draw,
            ["GlobalAvgPool"] = FuzzedGlobalAvgPool.Draw,
            ["GlobalSumPool"] = FuzzedGlobalSumPool.Draw,
            ["GroupNorm"] = FuzzedGroupNorm.Draw,
            ["Hardtanh"] = FuzzedHardtanh.Draw,
            ["InstanceNorm"] = FuzzedInstanceNorm.Draw,
            ["LabelEmbedding"] = FuzzedLabelEmbedding.Draw,
            ["LayerNorm"] = FuzzedLayerNorm.Draw,
            ["LeakyReLU"] = FuzzedLeakyReLU.Draw,
            ["Linear"] = FuzzedLinear.Draw,
            ["MaxPool"] = FuzzedMaxPool.Draw,
            ["Maxout"] = FuzzedMaxout.Draw,
            ["MinibatchDiscrimination"] = FuzzedMinibatchDiscrimination.Draw,
            ["MinibatchStdDev"] = FuzzedMinibatchStdDev.Draw,
            ["Mish"] = FuzzedMish.Draw,
            ["PReLU"] = FuzzedPReLU.Draw,
            ["PixelNorm"] = FuzzedPixelNorm.Draw,
            ["PixelShuffle"] = FuzzedPixelShuffle.Draw,
            ["Projection"] = FuzzedProjection.Draw,
            ["ReLU"] = FuzzedReLU.Draw,
            ["Reshape"] = FuzzedReshape.Draw,
            ["SELU"] = FuzzedSELU.Draw,
            ["SelfAttention"] = FuzzedSelfAttention.Draw,
            ["SiLU"] = FuzzedSiLU.Draw,
            ["Sigmoid"] = FuzzedSigmoid.Draw,
            ["Softmax"] = FuzzedSoftmax.Draw,
            ["Softplus"] = FuzzedSoftplus.Draw,
            ["Tanh"] = FuzzedTanh.Draw,
            ["Upsample"] = FuzzedUpsample.Draw,
        };

    public static readonly IReadOnlyList<string> Kinds = [.. Draws.Keys];

    /// <summary>The layers that look at labels.</summary>
    private static readonly string[] Labelled =
    [
        "AuxiliaryClassifier",
        "ConditionalBatchNorm",
        "LabelEmbedding",
        "Projection",
    ];

    private static readonly string[] Unlabelled = [.. Kinds.Except(Labelled)];

    /// <summary>A kind; without labels seldom one that needs them.</summary>
    public static string Pick(FuzzRandom random) =>
        random.HasLabels && random.Chance(0.3) ? random.Pick(Labelled)
        : random.HasLabels || random.Chance(0.02) ? random.Pick(Kinds)
        : random.Pick(Unlabelled);

    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => Draws[Pick(random)](random, input);
}
