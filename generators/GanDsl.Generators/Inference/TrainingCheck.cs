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
            if (declaration.Gan.BatchSize == 1)
            {
                CheckNormalizations(network, problems);
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
    private static void CheckNormalizations(InferredNetwork network, List<Problem> problems)
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
                        $"BatchSize is 1 and its input {normalized.Input} has one value per channel, whose variance is zero; use a "
                            + "BatchSize of at least 2 or leave the normalisation out",
                        Mend.Remove(normalized.Layer.Kind)
                    )
                )
            );
        }
    }
}
