using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>Layers that look at labels have some to look at.</summary>
internal sealed class MissingLabels : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        gan.Declaration.Labels is not null
            ? []
            : new[] { gan.Generator, gan.Discriminator }.SelectMany(network =>
                network
                    .Layers.Where(layer => layer.Layer.NeedsLabels)
                    .Take(1)
                    .Select(layer => ProblemOf(gan.Declaration.Class, network, layer))
            );

    private static Problem ProblemOf(DeclaredClass gan, InferredNetwork network, InferredLayer layer)
    {
        var problem = new LayerProblem(
            Rule.MissingLabels,
            null,
            $"it looks at labels, but {gan.Name} declares none; add [Labels(10)], or another number of classes, to the GAN"
        );
        return network.ProblemOf(layer, problem) with { Mends = [new(Mend.AddToClass("Labels(10)"), gan.Location)] };
    }
}
