using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The class that is emitted for the uses of a block that come out equal.</summary>
/// <param name="FirstUse">The use that it is named after.</param>
/// <param name="StartsInBFloat16">Whether its input is bfloat16 where the network computes in that.</param>
internal sealed record BlockClass(LayerModel FirstUse, bool StartsInBFloat16)
{
    public BlockModel Block => FirstUse.Block!;

    public bool ReadsLabels => FirstUse.ReadsLabels;

    /// <summary>The statements of its pass in bfloat16.</summary>
    public ForwardPass PassInBFloat16 => ForwardPass.Of(Block, inBFloat16: true, StartsInBFloat16);

    /// <summary>The classes of the blocks in it.</summary>
    public BlockClasses Inner => new(Block.All, PassInBFloat16);

    /// <summary>Whether another use of a block would have this class, but for its name.</summary>
    public bool Fits(LayerModel use, bool startsInBFloat16) =>
        (use.Block! with { Type = Block.Type }) == Block
        && (FirstUse.ForwardInBFloat16 is null || startsInBFloat16 == StartsInBFloat16);
}
