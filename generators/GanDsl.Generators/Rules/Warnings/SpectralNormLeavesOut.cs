using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>Spectral normalisation knows the weights of most layers; the matrices of others stay as large as they grow.</summary>
internal sealed class SpectralNormLeavesOut : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        new[] { gan.Generator, gan.Discriminator }.SelectMany(network =>
            network
                .Layers.Where(layer => layer.Modifiers.SpectralNorms.Count > 0 && IsLeftOut(layer))
                .Select(layer =>
                    network.ProblemOf(
                        layer,
                        new LayerProblem(
                            Rule.SpectralNormLeavesOut,
                            null,
                            "[SpectralNorm] does not divide its weights, as it does those of linear layers, convolutions, attention and layers of "
                                + "labels; where no weight may grow without a bound, take a layer without weights in its place, such as MinibatchStdDev"
                        )
                    )
                )
        );

    private static bool IsLeftOut(InferredLayer layer) =>
        layer.Model.SpectralNorm is null
        && !layer.Layer.IsNormalization
        && layer.Layer.Parameters(layer.Input).Any(parameter => parameter.Sizes.Count > 1);
}
