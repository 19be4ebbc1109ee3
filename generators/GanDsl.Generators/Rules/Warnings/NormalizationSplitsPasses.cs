using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>
/// A discriminator layer that couples the examples of a minibatch would mix the statistics of real and fake in one pass. The emitted step
/// therefore never shares it; this says what that costs.
/// </summary>
internal sealed class NormalizationSplitsPasses : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var network = gan.Discriminator;
        return network
            .Layers.Where(layer => layer.Layer.CouplesExamples)
            .Take(1)
            .Select(layer =>
                network.ProblemOf(
                    layer,
                    new LayerProblem(
                        Rule.NormalizationSplitsPasses,
                        null,
                        "it couples the examples of a minibatch, and in one pass real and fake examples would share their statistics; so they "
                            + "go through the discriminator one after the other, which is slower than together"
                    )
                )
            );
    }
}
