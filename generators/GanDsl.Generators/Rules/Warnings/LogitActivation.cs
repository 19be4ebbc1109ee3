using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>The discriminator ends in a logit: the losses apply the sigmoid themselves, and any other activation narrows what D can say.</summary>
internal sealed class LogitActivation : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        if (gan.Declaration.OwnLoss is not null)
        {
            // It may well take probabilities.
            return [];
        }

        var network = gan.Discriminator;
        return network
            .LastLayers.TakeWhile(layer => layer.Layer is ActivationAttribute || layer.Layer.OnlyRearranges)
            .Where(layer => layer.Layer is ActivationAttribute)
            .Reverse()
            .Select(layer => network.ProblemOf(layer, ProblemOf(layer.Layer, gan.Declaration.Loss)));
    }

    private static LayerProblem ProblemOf(LayerAttribute layer, LossDefinition loss) =>
        !layer.OutputRange(Interval.Unbounded).Equals(Interval.Of(ValueRange.ZeroToOne))
            ? new(
                Rule.ActivationOnLogit,
                null,
                "the loss takes logits, any real number, but this layer changes the logit; remove it",
                Mend.Remove(layer.Kind)
            )
        : loss.AppliesSigmoid
            ? new(
                Rule.DoubleSigmoid,
                null,
                $"the loss takes logits and applies the sigmoid itself, so after this layer D(x) cannot leave {Probabilities(loss)}; remove it",
                Mend.Remove(layer.Kind)
            )
        : new(
            Rule.SigmoidOnCritic,
            null,
            $"the {loss.Name} loss takes scores, any real number, but this layer squeezes them into [0, 1]; remove it",
            Mend.Remove(layer.Kind)
        );

    /// <summary>The sigmoid of a number in [0, 1], or of the difference of two.</summary>
    private static string Probabilities(LossDefinition loss) => loss.GeneratorSeesReal ? "[0.27, 0.73]" : "[0.5, 0.73]";
}
