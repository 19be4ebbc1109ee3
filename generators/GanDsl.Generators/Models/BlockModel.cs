namespace GanDsl.Generators.Models;

/// <summary>What the use of a block consists of: the class that is emitted for it.</summary>
/// <param name="Type">The name of the class.</param>
/// <param name="Text">The block with its arguments, for documentation.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="Layers">The layers and blocks in it, in order.</param>
/// <param name="IsResidual">Whether the input is added to what the layers give.</param>
/// <param name="Shortcut">The block that the input goes through before it is added, if any.</param>
internal sealed record BlockModel(
    string Type,
    string Text,
    Shape Input,
    EquatableArray<LayerModel> Layers,
    bool IsResidual,
    LayerModel? Shortcut
)
{
    /// <summary>The layers and the shortcut.</summary>
    public IEnumerable<LayerModel> All => Shortcut is null ? Layers : Layers.Append(Shortcut);
}
