using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>What is emitted for an inferred GAN.</summary>
internal static class GanModels
{
    public static GanModel Of(InferredGan gan)
    {
        var declaration = gan.Declaration;
        var data = declaration.Data ?? new PointAttribute(1);
        return new(
            Namespace: declaration.Class.Namespace,
            ContainingTypes: new(declaration.Class.Containers),
            Name: declaration.Class.Identifier,
            FullName: declaration.Class.FullName,
            Loss: declaration.Gan.Loss,
            Update: declaration.Gan.Update,
            DiscriminatorSteps: declaration.Gan.DiscriminatorSteps,
            BatchSize: declaration.Gan.BatchSize,
            Epochs: declaration.Gan.Epochs,
            LatentDimensions: declaration.Latent?.Dimensions ?? 1,
            LatentDistribution: declaration.Latent?.Distribution ?? LatentDistribution.Normal,
            Data: new(data.BatchType, data.BatchBase, data.Shape, data.DimensionNames, data.Range),
            ClassCount: declaration.Labels?.Classes,
            LabelSmoothing: declaration.DeclaredTraining<LabelSmoothingAttribute>()?.Smoothing,
            Penalties: new(
                declaration.Training.OfType<PenaltyAttribute>().Select(penalty => ToModel(penalty, data.Shape))
            ),
            ClippingBound: declaration.DeclaredTraining<WeightClippingAttribute>()?.Bound,
            Packing: declaration.Packing,
            Generator: WithoutClassifier(Complete(gan.Generator.Model, gan)),
            Discriminator: Complete(gan.Discriminator.Model, gan)
        )
        {
            Augmentation = Augmentations.Of(declaration.DeclaredTraining<AugmentationAttribute>()),
            OwnLoss = declaration.OwnLoss,
            AccumulatedParts = declaration.AccumulatedParts,
            DeclaredTraining = new(DeclaredTraining(declaration)),
            DiscriminatorSchedule = DiscriminatorScheduleOf(declaration),
            Average = declaration.DeclaredTraining<EmaAttribute>() is { } average
                ? new(average.Decay, average.Warmup)
                : null,
        };
    }

    private static IEnumerable<string> DeclaredTraining(GanDeclaration declaration) =>
        [
            .. declaration.Class.TextsOf<TrainingAttribute>(),
            .. OfNetwork(declaration.Generator, "generator"),
            .. OfNetwork(declaration.Discriminator, "discriminator"),
        ];

    private static IEnumerable<string> OfNetwork(NetworkDeclaration? network, string role) =>
        network is null ? [] : network.Class.TextsOf<TrainingAttribute>().Select(text => $"{text} of the {role}");

    /// <summary>Updates of both players at once have no schedule; one that is declared is a mistake.</summary>
    private static DiscriminatorScheduleModel? DiscriminatorScheduleOf(GanDeclaration declaration) =>
        declaration.Gan.Update != GanUpdate.Simultaneous
        && declaration.DeclaredTraining<DiscriminatorStepsAttribute>() is { } schedule
            ? new(schedule.Steps, schedule.First, schedule.Every)
            : null;

    /// <summary>With any mistake in the declaration both networks are emitted as stubs, so that one mistake gives one message.</summary>
    private static NetworkModel Complete(NetworkModel network, InferredGan gan)
    {
        var emitted = gan.Declaration.Labels is null
            ? WithoutClassifier(network with { Layers = new(network.Layers.Select(WithoutLabels)) })
            : network;
        return emitted with { IsComplete = network.IsComplete && gan.Problems.Count == 0 };
    }

    /// <summary>The generator has no classifier, and no layer labels that are not declared: both are mistakes, and emitted as stubs.</summary>
    private static NetworkModel WithoutClassifier(NetworkModel network) =>
        network with
        {
            Layers = new(network.Layers.Select(layer => layer with { Classification = null })),
        };

    private static LayerModel WithoutLabels(LayerModel layer) => layer with { ReadsLabels = false };

    private static PenaltyModel ToModel(PenaltyAttribute penalty, Shape example) =>
        new(
            penalty.Name,
            penalty.Formula,
            new(penalty.Summary),
            penalty.Every,
            penalty.UsesReal,
            penalty.UsesFakes,
            penalty.DrawsNoise,
            new(penalty.Points(example.Rank + 1)),
            penalty.Place,
            penalty.Expression
        );
}
