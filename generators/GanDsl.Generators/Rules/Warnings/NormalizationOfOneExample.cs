using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>With minibatches of one example a batch normalisation normalises each example by itself.</summary>
internal sealed class NormalizationOfOneExample : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var coupled = new[] { gan.Generator, gan.Discriminator }
            .SelectMany(network => network.Layers)
            .FirstOrDefault(layer => layer.Layer is { IsNormalization: true, CouplesExamples: true });
        if (gan.Declaration.Gan.BatchSize > gan.Declaration.AccumulatedParts || coupled is null)
        {
            return [];
        }

        var parts = gan.Declaration.AccumulatedParts;
        var found =
            parts == 1
                ? "BatchSize is 1"
                : $"The gradients of {CodeText.Of(parts)} parts of one example each are accumulated";
        var mend = Mend.Set("Gan", ArgumentChange.Removal(nameof(GanAttribute.BatchSize)));
        return
        [
            new(
                Rule.NormalizationOfOneExample,
                gan.Declaration.LocationOf<GanAttribute>(nameof(GanAttribute.BatchSize)),
                $"{found}, so {coupled.Declared.Text} normalises each example by its own values in training and by the running "
                    + "statistics in evaluation; use minibatches of several examples"
            )
            {
                Mends = [new(mend, gan.Declaration.LocationOf<GanAttribute>(null))],
            },
        ];
    }
}
