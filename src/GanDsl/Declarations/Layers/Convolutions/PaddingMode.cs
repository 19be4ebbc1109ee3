namespace GanDsl;

/// <summary>What stands outside the borders of a convolution's input. PyTorch: <c>padding_mode</c>.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The input mirrored at the border, without repeating the border.</summary>
    Reflect,

    /// <summary>The value at the border.</summary>
    Replicate,

    /// <summary>The input from the opposite border.</summary>
    Circular,
}
