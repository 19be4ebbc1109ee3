using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Checks that layers which need labels have them, and that a classifier stands where it can learn.</summary>
internal static class LabelCheck
{
    public static void Check(
        GanDeclaration gan,
        InferredNetwork generator,
        InferredNetwork discriminator,
        List<Problem> problems
    )
    {
        foreach (var network in new[] { generator, discriminator })
        {
            CheckDeclared(gan, network, problems);
        }

        CheckClassifiers(generator, discriminator, problems);
        CheckPacking(gan, problems);
    }

    private static void CheckDeclared(GanDeclaration gan, InferredNetwork network, List<Problem> problems)
    {
        var first = network.Layers.FirstOrDefault(layer => layer.Layer is LabelLayerAttribute);
        if (first is null || gan.Symbol.GetAttributes().Any(AttributeReader.Is<LabelsAttribute>))
        {
            return;
        }

        var problem = network.ProblemOf(
            first,
            new LayerProblem(
                Rule.MissingLabels,
                null,
                $"it looks at labels, but {gan.Symbol.Name} declares none; add [Labels(10)], or another number of classes, to the GAN"
            )
        );
        problems.Add(problem with { Mends = [new(Mend.AddToClass("Labels(10)"), gan.Symbol.Locations[0])] });
    }

    /// <summary>The class is named of what D sees, once, and beside the layers of D itself.</summary>
    private static void CheckClassifiers(
        InferredNetwork generator,
        InferredNetwork discriminator,
        List<Problem> problems
    )
    {
        var own = discriminator.Parts.OfType<InferredLayer>().Where(IsClassifier).ToList();
        AddMisplaced(generator, generator.Layers.Where(IsClassifier), "it stands in the generator", problems);
        AddMisplaced(
            discriminator,
            discriminator.Layers.Where(IsClassifier).Except(own),
            "it stands in a block",
            problems
        );
        AddMisplaced(discriminator, own.Skip(1), "it is the second one", problems);
        AddMisplaced(discriminator, own.Take(1).Where(IsLast), "nothing comes after it", problems);

        bool IsLast(InferredLayer layer) => layer == discriminator.Parts[discriminator.Parts.Count - 1];
    }

    private static void AddMisplaced(
        InferredNetwork network,
        IEnumerable<InferredLayer> layers,
        string found,
        List<Problem> problems
    ) =>
        problems.AddRange(
            layers
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
                )
        );

    private static void CheckPacking(GanDeclaration gan, List<Problem> problems)
    {
        if (gan.Labels is null || gan.Regularizer<PackingAttribute>() is null)
        {
            return;
        }

        var location = gan.LocationOf<PackingAttribute>(null);
        problems.Add(
            new(
                Rule.PackingOfLabelled,
                location,
                "With Packing D judges several examples at once, but each of them has a label of its own; leave one of [Packing] and [Labels] out"
            )
            {
                Mends = [new(Mend.Remove("Packing"), location)],
            }
        );
    }

    private static bool IsClassifier(InferredLayer layer) => layer.Layer is AuxiliaryClassifierAttribute;
}
