using GanDsl.Tests.Generated;
using static GanDsl.Tests.Layers.ActivationFormulas;
using static GanDsl.Tests.Layers.ConvolutionFormulas;

namespace GanDsl.Tests.Layers;

/// <summary>What each discriminator of <see cref="LayerCase"/> computes before its last linear layer.</summary>
internal static class Formulas
{
    public static readonly IReadOnlyDictionary<string, Func<LayerCase, Block, Block>> All = new Dictionary<
        string,
        Func<LayerCase, Block, Block>
    >
    {
        ["Conv1dCircular"] = (layer, x) => Convolve(x, W(layer), B(layer), [2], [2], [2], [2], 1, PaddingMode.Circular),
        ["Conv1dSame"] = (layer, x) => Convolve(x, W(layer), null, [1], [1], [2], [1], groups: 3),
        ["Conv2d"] = (layer, x) =>
            Convolve(x, W(layer), B(layer), [2, 2], [1, 1], [1, 1], [1, 1], 1, PaddingMode.Reflect),
        ["Conv2dSameCircular"] = (layer, x) =>
            Convolve(x, W(layer), B(layer), [1, 1], [1, 1], [2, 1], [3, 1], 1, PaddingMode.Circular),
        ["Conv2dSameReflect"] = (layer, x) =>
            Convolve(x, W(layer), B(layer), [1, 1], [0, 1], [0, 1], [1, 1], groups: 2, PaddingMode.Reflect),
        ["Conv3d"] = (layer, x) =>
            Convolve(
                x.Reshape(4, 2, 3, 4, 3),
                W(layer),
                B(layer),
                [1, 2, 1],
                [1, 2, 0],
                [1, 2, 0],
                [2, 1, 1],
                groups: 2
            ),
        ["Conv3dSame"] = (layer, x) =>
            Convolve(
                x.Reshape(4, 2, 3, 4, 3),
                W(layer),
                B(layer),
                [1, 1, 1],
                [0, 0, 0],
                [1, 1, 1],
                [1, 1, 1],
                1,
                PaddingMode.Replicate
            ),
        ["Conv3dSameUneven"] = (layer, x) =>
            Convolve(x.Reshape(4, 2, 3, 4, 3), W(layer), B(layer), [1, 1, 1], [0, 0, 1], [1, 0, 2], [1, 1, 1]),
        ["Conv3dWideBorder"] = (layer, x) =>
            Convolve(x.Reshape(4, 2, 3, 4, 3), W(layer), B(layer), [2, 1, 1], [3, 1, 0], [3, 1, 0], [1, 1, 1]),
        ["ConvTranspose1d"] = (layer, x) => Transpose(x, W(layer), B(layer), [3], [1], [2], [1], groups: 2),
        ["ConvTranspose2d"] = (layer, x) => Transpose(x, W(layer), B(layer), [2, 2], [1, 1], [0, 0], [2, 2]),
        ["ConvTranspose2dOblong"] = (layer, x) =>
            Transpose(x, W(layer), B(layer), [2, 2], [1, 0], [0, 2], [1, 3], groups: 2),
        ["ConvTranspose3d"] = (layer, x) =>
            Transpose(x.Reshape(4, 2, 2, 3, 2), W(layer), null, [1, 2, 1], [1, 0, 0], [0, 1, 0], [2, 1, 1]),
        ["ConvTranspose3dWideBorder"] = (layer, x) =>
            Transpose(x.Reshape(4, 2, 3, 4, 3), W(layer), B(layer), [2, 1, 1], [3, 0, 0], [0, 0, 0], [1, 1, 1]),
        ["ConvTranspose3dWideBorderOblong"] = (layer, x) =>
            Transpose(x.Reshape(4, 2, 3, 4, 3), W(layer), B(layer), [2, 1, 1], [3, 0, 0], [1, 0, 0], [1, 1, 1]),

        ["AvgPoolOfSignals"] = (_, x) => PoolFormulas.Average(x, 3, 2, 1, ceil: true, countsPadding: false),
        ["AvgPoolOfImages"] = (_, x) => PoolFormulas.Average(x, 2, 2, 1, ceil: false, countsPadding: true),
        ["AvgPoolOfVolumes"] = (_, x) =>
            PoolFormulas.Average(x.Reshape(4, 2, 2, 4, 3), 2, 1, 1, ceil: false, countsPadding: false),
        ["MaxPoolOfSignals"] = (_, x) => PoolFormulas.Maximum(x, 2, 1, 1, 3, ceil: false),
        ["MaxPoolOfImages"] = (_, x) => PoolFormulas.Maximum(x, 3, 2, 0, 1, ceil: true),
        ["MaxPoolOfVolumes"] = (_, x) => PoolFormulas.Maximum(x.Reshape(4, 2, 2, 4, 3), 2, 1, 0, 1, ceil: false),
        ["AdaptiveAvgPoolOfSignals"] = (_, x) => PoolFormulas.Adaptive(x, 3),
        ["AdaptiveAvgPoolOfImages"] = (_, x) => PoolFormulas.Adaptive(x, 2, 7),
        ["AdaptiveAvgPoolOfVolumes"] = (_, x) => PoolFormulas.Adaptive(x.Reshape(4, 2, 2, 4, 3), 2, 2, 2),
        ["GlobalAvgPool"] = (_, x) => PoolFormulas.Global(x, values => values.Average()),
        ["GlobalSumPool"] = (_, x) => PoolFormulas.Global(x.Reshape(4, 2, 2, 4, 3), values => values.Sum()),
        ["UpsampleNearest"] = (_, x) => UpsampleFormulas.Nearest(x, 2),
        ["UpsampleLinear"] = (_, x) => UpsampleFormulas.Linear(x, 1.5),
        ["UpsampleBilinear"] = (_, x) => UpsampleFormulas.LinearWithCorners(x, 2.5),
        ["UpsampleBicubic"] = (_, x) => UpsampleFormulas.Cubic(x, 2),
        ["UpsampleTrilinear"] = (_, x) => UpsampleFormulas.Linear(x.Reshape(4, 2, 2, 4, 3), 2),
        ["PixelShuffle"] = (_, x) => PoolFormulas.Shuffle(x, 2),

        ["ReLU"] = (_, x) => x.Map(value => Math.Max(0, value)),
        ["LeakyReLU"] = (_, x) => x.Map(value => ByHand.LeakyReLU(value, 0.2)),
        ["Sigmoid"] = (_, x) => x.Map(Exact.Sigmoid),
        ["Tanh"] = (_, x) => x.Map(Math.Tanh),
        ["GELU"] = (_, x) => x.Map(value => value * (1 + Erf(value / Math.Sqrt(2))) / 2),
        ["GELUByTanh"] = (_, x) => x.Map(GeluByTanh),
        ["SiLU"] = (_, x) => x.Map(value => value * Exact.Sigmoid(value)),
        ["ELU"] = (_, x) => x.Map(value => Elu(value, 0.7)),
        ["SELU"] = (_, x) => x.Map(value => 1.0507009873554805 * Elu(value, 1.6732632423543772)),
        ["Mish"] = (_, x) => x.Map(value => value * Math.Tanh(Exact.Softplus(value))),
        ["PReLU"] = (layer, x) => PReLU(x, layer.State("prelu1.weight").Numbers),
        ["PReLUPerChannel"] = (layer, x) => PReLU(x, layer.State("prelu1.weight").Numbers),
        ["Softplus"] = (_, x) => x.Map(value => Softplus(value, 2, 1)),
        ["Softmax"] = (_, x) => Softmax(x, 1),
        ["SoftmaxOfLast"] = (_, x) => Softmax(x, 2),
        ["Hardtanh"] = (_, x) => x.Map(value => Math.Clamp(value, -0.5, 0.25)),

        ["BatchNorm"] = (layer, x) =>
            NormalizationFormulas.Normalize(
                x,
                at => at[1],
                1e-5,
                at => layer.State("batchNorm1.weight").Numbers[at[1]],
                at => layer.State("batchNorm1.bias").Numbers[at[1]]
            ),
        ["InstanceNormOfSignals"] = (_, x) => NormalizationFormulas.Normalize(x, at => (at[0], at[1]), 1e-5),
        ["InstanceNormOfImages"] = (layer, x) =>
            NormalizationFormulas.Normalize(
                x,
                at => (at[0], at[1]),
                1e-3,
                at => layer.State("instanceNorm1.weight").Numbers[at[1]],
                at => layer.State("instanceNorm1.bias").Numbers[at[1]]
            ),
        ["InstanceNormOfVolumes"] = (_, x) =>
            NormalizationFormulas.Normalize(x.Reshape(4, 2, 2, 4, 3), at => (at[0], at[1]), 1e-5),
        ["LayerNorm"] = (layer, x) =>
            NormalizationFormulas.Normalize(
                x,
                at => at[0],
                1e-5,
                at => layer.State("layerNorm1.weight")[at[1..]],
                at => layer.State("layerNorm1.bias")[at[1..]]
            ),
        ["LayerNormOfLast"] = (layer, x) =>
            NormalizationFormulas.Normalize(
                x,
                at => (at[0], at[1], at[2]),
                1e-3,
                at => layer.State("layerNorm1.weight")[at[3..]],
                at => layer.State("layerNorm1.bias")[at[3..]]
            ),
        ["LayerNormPlain"] = (_, x) => NormalizationFormulas.Normalize(x, at => at[0], 1e-5),
        ["GroupNorm"] = (layer, x) =>
            NormalizationFormulas.Normalize(
                x,
                at => (at[0], at[1] / 2),
                1e-5,
                at => layer.State("groupNorm1.weight").Numbers[at[1]],
                at => layer.State("groupNorm1.bias").Numbers[at[1]]
            ),
        ["GroupNormOfVectors"] = (_, x) => NormalizationFormulas.Normalize(x, at => (at[0], at[1] / 4), 1e-3),
        ["PixelNorm"] = (_, x) => NormalizationFormulas.Pixel(x, 1e-8),
        ["PixelNormOfVectors"] = (_, x) => NormalizationFormulas.Pixel(x, 0.05),

        ["Linear"] = (layer, x) => ByHand.Linear(x, layer.State("linear1.weight"), layer.State("linear1.bias")),
        ["Maxout"] = (layer, x) => ByHand.Maxout(x, layer.State("maxout1.weight"), layer.State("maxout1.bias"), 3),
        ["Flatten"] = (_, x) => x,
        ["Reshape"] = (_, x) => x,
        ["SelfAttention"] = Attention,
        ["SelfAttentionOfSignals"] = Attention,
        ["MinibatchStdDev"] = (_, x) => RelationFormulas.MinibatchStdDev(x, 4),
        ["MinibatchStdDevOfVectors"] = (_, x) => RelationFormulas.MinibatchStdDev(x, 2),
        ["MinibatchStdDevThatDoesNotDivide"] = (_, x) => RelationFormulas.MinibatchStdDev(x, 4),
        ["MinibatchDiscrimination"] = (layer, x) =>
            RelationFormulas.MinibatchDiscrimination(x, layer.State("minibatchDiscrimination1.T")),
    };

    private static Block W(LayerCase layer) => Only(layer, "conv1.weight", "convTranspose1.weight");

    private static Block B(LayerCase layer) => Only(layer, "conv1.bias", "convTranspose1.bias");

    private static Block Only(LayerCase layer, string name, string otherName) =>
        layer.Network.state_dict().ContainsKey(name) ? layer.State(name) : layer.State(otherName);

    private static Block Attention(LayerCase layer, Block x) =>
        RelationFormulas.SelfAttention(
            x,
            layer.State("selfAttention1.f.weight"),
            layer.State("selfAttention1.g.weight"),
            layer.State("selfAttention1.h.weight"),
            layer.State("selfAttention1.gamma").Numbers[0]
        );
}
