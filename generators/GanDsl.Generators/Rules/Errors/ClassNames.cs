using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>No class of a declaration is called what is generated beside or inside it.</summary>
internal sealed class ClassNames : GanCheck
{
    /// <summary>The members that are generated for every GAN, whatever its update rule, beside its networks, its batch type and its penalties.</summary>
    public static readonly IReadOnlyList<string> OfGan =
    [
        "Architecture",
        "Augment",
        "AveragedG",
        "BeginStep",
        "ComputeStandingStatistics",
        "ComputeStep",
        "CudaGraphObstacle",
        "D",
        "DiscriminatorOptimizer",
        "DiscriminatorSchedule",
        "DiscriminatorUpdate",
        "DiscriminatorGraph",
        "Dispose",
        "DrawLatents",
        "Epoch",
        "ExportOnnx",
        "G",
        "GenerateInParts",
        "GenerateWithoutGraph",
        "GeneratorGraph",
        "GeneratorOptimizer",
        "GeneratorUpdate",
        "Labels",
        "Latents",
        "LearnInTurn",
        "LearnTogether",
        "Load",
        "LoadCheckpoint",
        "Losses",
        "Measure",
        "Options",
        "Pack",
        "PyTorchSource",
        "Sample",
        "SampledG",
        "SamplesFromAverage",
        "Save",
        "SaveCheckpoint",
        "Settings",
        "State",
        "Step",
        "StepCount",
        "StepOn",
        "TeachBoth",
        "TeachDiscriminator",
        "TeachGenerator",
        "ToPyTorch",
        "ToString",
        "Train",
        "TrainEpochs",
        "TrainOn",
        "TrainSteps",
        "TrainingStep",
        "UpdateDiscriminator",
        "UpdateGenerator",
        "augmentation",
        "averagedGenerator",
        "averagedWeights",
        "classCounts",
        "device",
        "discriminator",
        "discriminatorOptimizer",
        "generator",
        "generatorOptimizer",
        "graph",
        "log",
        "penaltyNoise",
        "progress",
        "realData",
        "sampleLatents",
        "trainingLatents",
        "use",
    ];

    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        IReadOnlyList<string> members =
        [
            .. OfGan,
            .. declaration.Data is null ? [] : new[] { declaration.Data.BatchType },
            .. declaration.Training.OfType<PenaltyAttribute>().Select(penalty => penalty.Name),
        ];
        IReadOnlyList<string> ofNetworks = [.. members, .. ReservedNames.OfNetwork, declaration.Class.Name];
        return new[] { declaration.Generator, declaration.Discriminator }
            .OfType<NetworkDeclaration>()
            .SelectMany(network => Problems(network.Class, ofNetworks))
            .Concat(Problems(declaration.Class, members));
    }

    private static IEnumerable<Problem> Problems(DeclaredClass declared, IReadOnlyList<string> taken) =>
        taken.Contains(declared.Name)
            ?
            [
                new(
                    Rule.InvalidClassName,
                    declared.Location,
                    $"A class cannot be called {declared.Name} here, because a member of that name is generated for the GAN; choose another name"
                ),
            ]
            : [];
}
