using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Every layer that declarations are drawn from; a test compares it with GanDsl's own.</summary>
internal static class LayerCatalog
{
    public static readonly IReadOnlyDictionary<string, Func<FuzzRandom, long[], FuzzedLayer>> Draws =
        new SortedDictionary<string, Func<FuzzRandom, long[], FuzzedLayer>>(StringComparer.Ordinal)
        {
            ["BatchNorm"] = FuzzedBatchNorm.Draw,
            ["Conv1d"] = FuzzedConv1d.Draw,
            ["Conv2d"] = FuzzedConv2d.Draw,
            ["Conv3d"] = FuzzedConv3d.Draw,
            ["ConvTranspose1d"] = FuzzedConvTranspose1d.Draw,
            ["ConvTranspose2d"] = FuzzedConvTranspose2d.Draw,
            ["ConvTranspose3d"] = FuzzedConvTranspose3d.Draw,
            ["Dropout"] = FuzzedDropout.Draw,
            ["Flatten"] = FuzzedFlatten.Draw,
            ["LeakyReLU"] = FuzzedLeakyReLU.Draw,
            ["Linear"] = FuzzedLinear.Draw,
            ["Maxout"] = FuzzedMaxout.Draw,
            ["ReLU"] = FuzzedReLU.Draw,
            ["Reshape"] = FuzzedReshape.Draw,
            ["Sigmoid"] = FuzzedSigmoid.Draw,
            ["Tanh"] = FuzzedTanh.Draw,
        };

    public static readonly IReadOnlyList<string> Kinds = [.. Draws.Keys];

    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => Draws[random.Pick(Kinds)](random, input);
}
