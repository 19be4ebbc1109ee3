using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Checks that networks whose shapes fit can be trained as well.</summary>
internal static class TrainingCheck
{
    public static void Check(
        GanDeclaration declaration,
        InferredNetwork generator,
        InferredNetwork discriminator,
        List<Problem> problems
    )
    {
        foreach (var network in new[] { generator, discriminator }.Where(network => network.Model.IsComplete))
        {
            CheckParameters(network, problems);
            var judgedAtOnce = network == discriminator ? declaration.Packing : 1;
            if (declaration.Gan.BatchSize == judgedAtOnce)
            {
                CheckNormalizations(network, judgedAtOnce, problems);
            }
        }
    }

    /// <summary>An optimiser needs something to move.</summary>
    private static void CheckParameters(InferredNetwork network, List<Problem> problems)
    {
        if (network.Model is { ParameterCount: 0, IsCounted: true })
        {
            problems.Add(
                network.ProblemOf(
                    network.Parts[network.Parts.Count - 1],
                    new LayerProblem(
                        Rule.NothingToLearn,
                        null,
                        $"the {network.Role.Name.ToLowerInvariant()} ends here and none of its layers has a parameter, so there is nothing to "
                            + "learn; add a layer with parameters, such as Linear"
                    )
                )
            );
        }
    }

    /// <summary>The variance of one value is zero in the batch and not defined in the running statistics.</summary>
    private static void CheckNormalizations(InferredNetwork network, int batchSize, List<Problem> problems)
    {
        var normalized = network.Layers.FirstOrDefault(layer => layer.NormalizesOneValue);
        if (normalized is not null)
        {
            problems.Add(
                network.ProblemOf(
                    normalized,
                    new LayerProblem(
                        Rule.NormalizationOfOneValue,
                        null,
                        $"BatchSize is {CodeText.Of(batchSize)} and its input {normalized.Input} has one value per channel, whose variance is "
                            + $"zero; use a BatchSize of at least {CodeText.Of(2 * batchSize)} or leave the normalisation out",
                        Mend.Remove(normalized.Layer.Kind)
                    )
                )
            );
        }
    }
}
