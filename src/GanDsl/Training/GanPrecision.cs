namespace GanDsl;

/// <summary>What the networks compute with.</summary>
public enum GanPrecision
{
    /// <summary>Single precision throughout.</summary>
    Float32,

    /// <summary>
    /// Matrix products, convolutions and attention in bfloat16, which has the range of float32 and 8 significant bits; parameters, their
    /// gradients, losses and optimisers in float32. Nearly twice as fast on processors with bfloat16 instructions.
    /// </summary>
    BFloat16,
}
