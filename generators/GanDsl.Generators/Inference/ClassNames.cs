using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Inference;

/// <summary>Checks that no class of a declaration is called what is generated beside or inside it.</summary>
internal static class ClassNames
{
    /// <summary>The members that are generated for every GAN, whatever its update rule, beside its networks and its batch type.</summary>
    public static readonly IReadOnlyList<string> OfGan =
    [
        "D",
        "DiscriminatorOptimizer",
        "DiscriminatorUpdate",
        "Dispose",
        "DraganPenalty",
        "DrawLatents",
        "G",
        "GenerateWithoutGraph",
        "GeneratorOptimizer",
        "GeneratorUpdate",
        "GradientPenalty",
        "Labels",
        "Latents",
        "Load",
        "Losses",
        "Measure",
        "Options",
        "Pack",
        "R1Penalty",
        "R2Penalty",
        "Sample",
        "Save",
        "Settings",
        "Step",
        "StepOn",
        "ToString",
        "Train",
        "TrainEpochs",
        "TrainOn",
        "TrainSteps",
        "TrainingStep",
        "UpdateDiscriminator",
        "UpdateGenerator",
        "device",
        "discriminatorUpdates",
        "epoch",
        "log",
        "penaltyNoise",
        "realExamples",
        "sampleLatents",
        "trainingLatents",
        "use",
    ];

    public static void Check(GanDeclaration gan, List<Problem> problems)
    {
        IReadOnlyList<string> members = [.. OfGan, .. gan.Data is null ? [] : new[] { gan.Data.BatchType }];
        CheckOne(gan.Symbol, members, problems);
        foreach (var network in new[] { gan.Generator, gan.Discriminator }.OfType<NetworkDeclaration>())
        {
            CheckOne(network.Symbol, [.. members, .. ReservedNames.OfNetwork, gan.Symbol.Name], problems);
        }
    }

    private static void CheckOne(INamedTypeSymbol type, IReadOnlyList<string> taken, List<Problem> problems)
    {
        if (taken.Contains(type.Name))
        {
            problems.Add(
                new(
                    Rule.InvalidClassName,
                    type.Locations[0],
                    $"A class cannot be called {type.Name} here, because something that is generated for the GAN has that name; choose another"
                )
            );
        }
    }
}
