namespace GanDsl;

/// <summary>The layers with a weight, for <see cref="InitAttribute.For"/>.</summary>
[Flags]
public enum LayerKinds
{
    /// <summary>No layer.</summary>
    None = 0,

    /// <summary>Linear.</summary>
    Linear = 1,

    /// <summary>Convolutions and transposed convolutions of any dimension.</summary>
    Convolutions = 2,

    /// <summary>Maxout.</summary>
    Maxout = 4,

    /// <summary>Normalisations with a learned scale.</summary>
    Normalizations = 8,

    /// <summary>The maps of self-attention.</summary>
    Attention = 16,

    /// <summary>Every layer whose weight is a matrix or a kernel: all but the normalisations.</summary>
    WeightMatrices = Linear | Convolutions | Maxout | Attention,

    /// <summary>Every layer with a weight.</summary>
    All = WeightMatrices | Normalizations,
}
