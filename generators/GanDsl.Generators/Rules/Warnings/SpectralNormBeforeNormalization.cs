using GanDsl.Generators.Inference;
using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>
/// A normalisation over the minibatch right after a layer divides its output by its scale, whatever the scale of its weight. Not so after a
/// layer that passes its input on beside what its weight makes, such as SelfAttention.
/// </summary>
internal sealed class SpectralNormBeforeNormalization : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        new[] { gan.Generator, gan.Discriminator }.SelectMany(network =>
            network
                .Pairs.Where(pair => !pair.IsSum && IsNormalizedProduct(pair.Layer.Model))
                .Where(pair => pair.Next.Layer is { IsNormalization: true, CouplesExamples: true })
                .Select(pair =>
                    network.ProblemOf(
                        pair.Next,
                        new LayerProblem(
                            Rule.SpectralNormBeforeNormalization,
                            null,
                            $"the {pair.Layer.Layer.Kind} before it has its weight divided by a norm, and this normalisation undoes that: it "
                                + "brings every channel to one variance; leave one of the two out",
                            Mend.Remove(pair.Next.Layer.Kind)
                        )
                    )
                )
        );

    private static bool IsNormalizedProduct(LayerModel layer) =>
        layer is { SpectralNorm.Beside: not null, Classification: null };
}
