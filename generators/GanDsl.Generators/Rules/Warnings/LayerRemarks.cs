using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>What each layer says of itself and its input: dropped rows, checkerboards, unusual arguments.</summary>
internal sealed class LayerRemarks : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        new[] { gan.Generator, gan.Discriminator }.SelectMany(network =>
            network.Layers.SelectMany(layer =>
                layer.Layer.Remarks(layer.Input, layer.Output).Select(remark => network.ProblemOf(layer, remark))
            )
        );
}
