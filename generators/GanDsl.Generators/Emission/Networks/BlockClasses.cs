using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>
/// The classes of the blocks that stand side by side in a network or in a block. A person would write one class for ten equal blocks, and so
/// does what is emitted.
/// </summary>
internal sealed class BlockClasses
{
    private readonly List<BlockClass> all = [];
    private readonly Dictionary<string, BlockClass> byUse = new(StringComparer.Ordinal);

    /// <param name="layers">The layers, of which some are blocks; a shortcut comes last.</param>
    /// <param name="passInBFloat16">The pass through them.</param>
    public BlockClasses(IEnumerable<LayerModel> layers, ForwardPass passInBFloat16)
    {
        var uses = layers.Where(layer => layer.Block is not null);
        foreach (var (use, starts) in uses.Zip(passInBFloat16.BlockStarts, (use, starts) => (use, starts)))
        {
            var equal = all.Find(each => each.Fits(use, starts));
            if (equal is null)
            {
                equal = new(use, starts);
                all.Add(equal);
            }

            byUse.Add(use.Name!, equal);
        }
    }

    /// <summary>Those of a network.</summary>
    public static BlockClasses Of(string input, IReadOnlyList<LayerModel> layers) =>
        new(layers, new ForwardPass(input, layers, inBFloat16: true));

    /// <summary>The classes, in the order of their first uses.</summary>
    public IReadOnlyList<BlockClass> All => all;

    /// <summary>The type of the field of a layer.</summary>
    public string TypeOf(LayerModel layer) => layer.Block is null ? layer.ModuleType! : byUse[layer.Name!].Block.Type;
}
