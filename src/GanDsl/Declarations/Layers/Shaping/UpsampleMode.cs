namespace GanDsl;

/// <summary>How <see cref="UpsampleAttribute"/> finds values between those it has. PyTorch: <c>mode</c>.</summary>
public enum UpsampleMode
{
    /// <summary>The nearest value.</summary>
    Nearest,

    /// <summary>A line between two values of a signal <c>[N, C, L]</c>.</summary>
    Linear,

    /// <summary>Lines in both dimensions of an image <c>[N, C, H, W]</c>.</summary>
    Bilinear,

    /// <summary>Cubic curves in both dimensions of an image <c>[N, C, H, W]</c>.</summary>
    Bicubic,

    /// <summary>Lines in the three dimensions of a volume <c>[N, C, D, H, W]</c>.</summary>
    Trilinear,
}
