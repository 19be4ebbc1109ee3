using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>A conditional GAN is one where both networks look at the labels: else nothing makes samples follow them.</summary>
internal sealed class UnusedLabels : GanCheck
{
    private const string OfGenerator = "add [LabelEmbedding(16)] at its start or use [ConditionalBatchNorm]";

    private const string OfDiscriminator =
        "end it with [Projection], add [AuxiliaryClassifier] before its last layer, or use [LabelEmbedding(16)]";

    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        if (gan.Declaration.Labels is not null && Clause(gan) is { } clause)
        {
            yield return new(
                Rule.UnusedLabels,
                gan.Declaration.LocationOf<LabelsAttribute>(null),
                $"The GAN declares labels, but {clause}, or remove [Labels]"
            );
        }
    }

    private static string? Clause(InferredGan gan) =>
        (LooksAtLabels(gan.Generator), LooksAtLabels(gan.Discriminator)) switch
        {
            (false, false) => "no layer of its networks looks at them; add [LabelEmbedding(16)] at the start of both",
            (false, true) => $"no layer of its generator looks at them; {OfGenerator}",
            (true, false) => $"no layer of its discriminator looks at them; {OfDiscriminator}",
            (true, true) => null,
        };

    private static bool LooksAtLabels(InferredNetwork network) => network.Layers.Any(layer => layer.Layer.NeedsLabels);
}
