using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Regularizers;
using GanDsl.Fuzzing.Structure;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>What a declaration as a whole has to have before the engine can be asked.</summary>
internal static class DeclarationContract
{
    /// <summary>Why it is refused; null where it is not.</summary>
    public static string? Refusal(GanDraft gan) =>
        Missing(gan)
        ?? (gan.Data.Count > 1 || HasTwoOptimizers(gan) ? Contract.Ambiguous : null)
        ?? (gan.Latent == 0 || gan.Data[0].Sizes.Contains(0) || gan.BatchSize == 0 ? Contract.EmptyTensor : null)
        ?? (gan.DiscriminatorSteps < 1 || gan.Epochs < 1 ? Contract.NothingWouldBeTrained : null)
        ?? (
            gan.Update == GanDraft.Simultaneous
            && (gan.DiscriminatorSteps > 1 || gan.Regularizers.OfType<FuzzedDiscriminatorSteps>().Any())
                ? Contract.SimultaneousIsOneStep
                : null
        )
        ?? (
            MostDiscriminatorSteps(gan) * (gan.BatchSize ?? 1) > int.MaxValue
                ? Contract.ExamplesOfAStepAreCounted
                : null
        )
        ?? (HasUnknownMember(gan) ? Contract.UnknownMember : null)
        ?? (
            gan.Networks.All(network => LayerName.AreFields(network.Marker, network.Layers))
                ? null
                : Contract.NameIsNoField
        )
        ?? ModifierContract.Refusal(gan)
        ?? gan.Networks.SelectMany(network => network.Optimizers)
            .Concat(gan.Optimizers)
            .Select(optimizer => optimizer.ContractRefusal)
            .Concat(gan.Regularizers.Select(regularizer => regularizer.ContractRefusal))
            .FirstOrDefault(reason => reason is not null)
        ?? (
            gan.Regularizers.OfType<FuzzedLabelSmoothing>().Any() && !EngineLoss.Of(gan.Loss).HasLabel
                ? Contract.LossHasNoLabel
                : null
        )
        ?? AugmentationRefusal(gan)
        ?? LabelRefusal(gan)
        ?? ((gan.BatchSize ?? 64) % gan.Packing != 0 ? Contract.PacksFillTheMinibatch : null)
        ?? ((gan.BatchSize ?? 64) / gan.Packing % gan.Parts != 0 ? Contract.PartsAreEqual : null);

    /// <summary>k of the longest training step.</summary>
    private static long MostDiscriminatorSteps(GanDraft gan) =>
        gan
            .Regularizers.OfType<FuzzedDiscriminatorSteps>()
            .Select(schedule => schedule.Steps)
            .Append(gan.DiscriminatorSteps ?? 1)
            .Max();

    /// <summary>Without these there is nothing to run.</summary>
    private static string? Missing(GanDraft gan) =>
        gan.Latent is null ? "there is no latent"
        : gan.Data.Count == 0 ? "there is no data shape"
        : gan.Networks.Count() < 2 ? "there are not two networks"
        : gan.Networks.Any(network => network.Layers.Count == 0) ? "a network has no layer"
        : null;

    private static bool HasTwoOptimizers(GanDraft gan) =>
        gan.Optimizers.Count > 1 || gan.Networks.Any(network => network.Optimizers.Count > 1);

    private static string? AugmentationRefusal(GanDraft gan)
    {
        var count = gan.Regularizers.OfType<FuzzedAugmentation>().Count();
        return count == 0 ? null
            : count > 1 || gan.Data[0].Shape.Length != 3 || gan.Regularizers.OfType<FuzzedPacking>().Any()
                ? Contract.AugmentationIsOfImages
            : null;
    }

    private static string? LabelRefusal(GanDraft gan)
    {
        var own = gan.Discriminator!.Layers.ToList();
        var elsewhere = gan.Generator!.Layers.Concat(own.OfType<FuzzedBlock>());
        return gan.Labels < 1 ? Contract.EmptyTensor
            : gan.Labels is null && Leaves([.. gan.Generator.Layers, .. own]).Any(layer => layer is FuzzedLabelLayer)
                ? Contract.LabelsAreMissing
            : Leaves(elsewhere).Any(layer => layer is FuzzedAuxiliaryClassifier)
            || own.Count(layer => layer is FuzzedAuxiliaryClassifier) > 1
            || own[^1] is FuzzedAuxiliaryClassifier
                ? Contract.ClassifierIsMisplaced
            : gan.Labels is not null && gan.Regularizers.OfType<FuzzedPacking>().Any() ? Contract.PacksHaveNoLabel
            : null;
    }

    private static IEnumerable<FuzzedLayer> Leaves(IEnumerable<FuzzedLayer> layers) =>
        layers.SelectMany(layer => layer is FuzzedBlock block ? block.Leaves : [layer]);

    private static bool HasUnknownMember(GanDraft gan) =>
        new[] { gan.Loss, gan.Update, gan.Distribution, gan.Data[0].Range }.Any(text => text?.StartsWith('(') ?? false);
}
