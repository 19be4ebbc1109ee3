namespace GanDsl;

/// <summary>The <c>weight</c> of a layer, as modifiers see it.</summary>
internal sealed class LayerWeight
{
    public LayerWeight(LayerKinds kind, int? outputDimension = null)
    {
        Kind = kind;
        OutputDimension = outputDimension;
    }

    /// <summary>What the layer is.</summary>
    public LayerKinds Kind { get; }

    /// <summary>
    /// The dimension of the weight that counts outputs, where the layer is linear in its input but for a bias, so that its weight can be
    /// normalised; null where it is not.
    /// </summary>
    public int? OutputDimension { get; }
}
