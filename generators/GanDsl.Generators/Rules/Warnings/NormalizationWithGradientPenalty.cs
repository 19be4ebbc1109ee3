using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>A gradient penalty is about one example by itself, which a normalisation over the minibatch does not leave (Gulrajani et al. 2017).</summary>
internal sealed class NormalizationWithGradientPenalty : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var network = gan.Discriminator;
        var penalty = gan.Declaration.Training.OfType<PenaltyAttribute>().FirstOrDefault();
        return penalty is null
            ? []
            : network
                .Layers.Where(layer => layer.Layer is { CouplesExamples: true, IsNormalization: true })
                .Take(1)
                .Select(layer =>
                    network.ProblemOf(
                        layer,
                        new LayerProblem(
                            Rule.NormalizationWithGradientPenalty,
                            null,
                            $"it makes the logit of an example depend on the others, but [{penalty.Kind}] takes the gradient of each by "
                                + "itself; leave it out of the discriminator, or use a normalisation of each example by itself",
                            Mend.Remove(layer.Layer.Kind)
                        )
                    )
                );
    }
}
