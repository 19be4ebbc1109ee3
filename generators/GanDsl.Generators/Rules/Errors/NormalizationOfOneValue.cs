using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>The variance of one value is zero in the batch and not defined in the running statistics.</summary>
internal sealed class NormalizationOfOneValue : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        [
            .. Problems(gan, gan.Generator, gan.Declaration.AccumulatedParts),
            .. Problems(gan, gan.Discriminator, gan.Declaration.AccumulatedParts * gan.Declaration.Packing),
        ];

    /// <param name="gan">The GAN.</param>
    /// <param name="network">One of its networks.</param>
    /// <param name="single">The minibatch of which the network sees one input at a time.</param>
    private static IEnumerable<Problem> Problems(InferredGan gan, InferredNetwork network, int single)
    {
        var parts = gan.Declaration.AccumulatedParts;
        var (inParts, fewer) = parts > 1 ? ($" in {CodeText.Of(parts)} parts", ", fewer parts,") : ("", "");
        return network.Model.IsComplete && gan.Declaration.Gan.BatchSize == single
            ? network
                .Layers.Where(layer => layer.NormalizesOneValue)
                .Take(1)
                .Select(layer =>
                    network.ProblemOf(
                        layer,
                        new LayerProblem(
                            Rule.NormalizationOfOneValue,
                            null,
                            $"BatchSize is {CodeText.Of(single)}{inParts} and its input {layer.Input} has one value per channel, whose variance is "
                                + $"zero; use a BatchSize of at least {CodeText.Of(2 * single)}{fewer} or leave the normalisation out",
                            Mend.Remove(layer.Layer.Kind)
                        )
                    )
                )
            : [];
    }
}
