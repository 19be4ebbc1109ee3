using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>A normalisation at the end of the generator forces the mean and scale of its output (Radford et al. 2016).</summary>
internal sealed class NormalizedOutput : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var network = gan.Generator;
        var last = network
            .LastLayers.SkipWhile(layer => layer.Layer is ActivationAttribute || layer.Layer.OnlyRearranges)
            .FirstOrDefault();
        return last?.Layer.IsNormalization ?? false
            ?
            [
                network.ProblemOf(
                    last,
                    new LayerProblem(
                        Rule.NormalizedOutput,
                        null,
                        $"it normalises the generator's output, so every {(last.Layer.CouplesExamples ? "minibatch" : "example")} gets the same mean "
                            + "and scale whatever the data have; leave the last layer without",
                        Mend.Remove(last.Layer.Kind)
                    )
                ),
            ]
            : [];
    }
}
