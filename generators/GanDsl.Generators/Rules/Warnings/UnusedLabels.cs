using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>A conditional GAN is one where both networks look at the labels: else nothing makes samples follow them.</summary>
internal sealed class UnusedLabels : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        gan.Declaration.Labels is null
            ? []
            : new[] { gan.Generator, gan.Discriminator }
                .Where(network => !network.Layers.Any(layer => layer.Layer.NeedsLabels))
                .Take(1)
                .Select(network => new Problem(
                    Rule.UnusedLabels,
                    gan.Declaration.LocationOf<LabelsAttribute>(null),
                    $"The GAN declares labels, but no layer of its {network.Role.Name.ToLowerInvariant()} looks at them; "
                        + (
                            network.Role.Name == "Generator"
                                ? "add [LabelEmbedding(16)] at its start or use [ConditionalBatchNorm]"
                                : "end it with [Projection], add [AuxiliaryClassifier] before its last layer, or use [LabelEmbedding(16)]"
                        )
                        + ", or remove [Labels]"
                ));
}
