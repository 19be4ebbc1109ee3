using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>The variance of one value is zero in the batch and not defined in the running statistics.</summary>
internal sealed class NormalizationOfOneValue : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        [
            .. Problems(gan, gan.Generator, judgedAtOnce: 1),
            .. Problems(gan, gan.Discriminator, gan.Declaration.Packing),
        ];

    private static IEnumerable<Problem> Problems(InferredGan gan, InferredNetwork network, int judgedAtOnce) =>
        network.Model.IsComplete && gan.Declaration.Gan.BatchSize == judgedAtOnce
            ? network
                .Layers.Where(layer => layer.NormalizesOneValue)
                .Take(1)
                .Select(layer =>
                    network.ProblemOf(
                        layer,
                        new LayerProblem(
                            Rule.NormalizationOfOneValue,
                            null,
                            $"BatchSize is {CodeText.Of(judgedAtOnce)} and its input {layer.Input} has one value per channel, whose variance is "
                                + $"zero; use a BatchSize of at least {CodeText.Of(2 * judgedAtOnce)} or leave the normalisation out",
                            Mend.Remove(layer.Layer.Kind)
                        )
                    )
                )
            : [];
}
