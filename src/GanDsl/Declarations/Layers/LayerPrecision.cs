namespace GanDsl;

/// <summary>What a layer computes in where the options ask for bfloat16.</summary>
internal enum LayerPrecision
{
    /// <summary>Float32: bfloat16 is converted before.</summary>
    Float32,

    /// <summary>The type of its input, which loses nothing more: activations, and what only moves values.</summary>
    Input,

    /// <summary>Bfloat16: matrix products and convolutions.</summary>
    BFloat16,
}
