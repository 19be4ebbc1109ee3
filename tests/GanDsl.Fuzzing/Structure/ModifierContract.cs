using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Structure;

/// <summary>What GanDsl refuses of modifiers although the engine would run it.</summary>
internal static class ModifierContract
{
    public static string? Refusal(GanDraft gan) =>
        gan
            .Modifiers.Select(modifier => modifier.ContractRefusal)
            .Concat(gan.Networks.Select(network => Refusal(network.Layers, network.Modifiers, gan.Modifiers)))
            .FirstOrDefault(reason => reason is not null);

    private static string? Refusal(
        IReadOnlyList<FuzzedLayer> layers,
        IReadOnlyList<FuzzedModifier> own,
        IReadOnlyList<FuzzedModifier> around
    ) =>
        own.Select(modifier => modifier.ContractRefusal).FirstOrDefault(reason => reason is not null)
        ?? OfNorms(own, layers)
        ?? layers.Select(layer => Refusal(layer, [.. around, .. own])).FirstOrDefault(reason => reason is not null);

    private static string? Refusal(FuzzedLayer layer, IReadOnlyList<FuzzedModifier> around)
    {
        IReadOnlyList<FuzzedModifier> all = [.. around, .. layer.After];
        var ofBlock = layer is FuzzedBlock block
            ? Refusal(block.Shortcut is null ? block.Layers : [.. block.Layers, block.Shortcut], block.Leading, all)
            : null;
        return layer.After.Select(modifier => modifier.ContractRefusal).FirstOrDefault(reason => reason is not null)
            ?? OfNorms(layer.After, [layer])
            ?? ofBlock
            ?? (
                layer.CanBeNormalized
                && all.Any(modifier => modifier is FuzzedSpectralNorm)
                && all.OfType<FuzzedInit>().LastOrDefault(init => init.IsFor(layer)) is { IsZero: true }
                    ? Contract.ZeroSingularValue
                    : null
            );
    }

    /// <summary>A spectral normalisation needs a weight in its scope.</summary>
    private static string? OfNorms(IReadOnlyList<FuzzedModifier> modifiers, IEnumerable<FuzzedLayer> layers) =>
        modifiers.Any(modifier => modifier is FuzzedSpectralNorm)
        && !layers
            .SelectMany(layer => layer is FuzzedBlock block ? block.Leaves : [layer])
            .Any(layer => layer.CanBeNormalized)
            ? Contract.NothingToNormalize
            : null;
}
