using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>The class is named of what D sees, once, and beside the layers of D itself.</summary>
internal sealed class MisplacedClassifier : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var (generator, discriminator) = (gan.Generator, gan.Discriminator);
        var own = discriminator.Parts.OfType<InferredLayer>().Where(IsClassifier).ToList();
        var last = discriminator.Parts.LastOrDefault();
        return
        [
            .. First(generator, generator.Layers.Where(IsClassifier), "it stands in the generator"),
            .. First(discriminator, discriminator.Layers.Where(IsClassifier).Except(own), "it stands in a block"),
            .. First(discriminator, own.Skip(1), "it is the second one"),
            .. First(discriminator, own.Take(1).Where(layer => layer == last), "nothing comes after it"),
        ];
    }

    private static IEnumerable<Problem> First(
        InferredNetwork network,
        IEnumerable<InferredLayer> misplaced,
        string found
    ) =>
        misplaced
            .Take(1)
            .Select(layer =>
                network.ProblemOf(
                    layer,
                    new LayerProblem(
                        Rule.MisplacedClassifier,
                        null,
                        $"{found}, but a GAN has one classifier, beside the last layers of the discriminator; remove it here",
                        Mend.Remove(layer.Layer.Kind)
                    )
                )
            );

    private static bool IsClassifier(InferredLayer layer) => layer.Layer is AuxiliaryClassifierAttribute;
}
