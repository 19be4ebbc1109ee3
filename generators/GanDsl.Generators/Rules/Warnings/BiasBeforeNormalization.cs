using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>A normalisation of single channels subtracts the mean of each, and with it any bias just added.</summary>
internal sealed class BiasBeforeNormalization : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        new[] { gan.Generator, gan.Discriminator }.SelectMany(network =>
            network
                .Pairs.Where(pair => pair.Next.Layer.RemovesChannelBias(pair.Next.Input))
                .Where(pair => pair.Layer.Layer.AddsChannelBias(pair.Layer.Input))
                .Select(pair =>
                    network.ProblemOf(
                        pair.Layer,
                        new LayerProblem(
                            Rule.BiasBeforeNormalization,
                            null,
                            $"the {pair.Next.Layer.Kind} after it subtracts the mean of each channel, so its bias has no effect and costs memory and "
                                + "time; set Bias = false",
                            Mend.Set(pair.Layer.Layer.Kind, ArgumentChange.Property("Bias", "false"))
                        )
                    )
                )
        );
}
