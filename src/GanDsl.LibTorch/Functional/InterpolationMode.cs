namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> finds elements between those it has.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest element, as PyTorch's <c>nearest</c> rounds.</summary>
        Nearest = 0,

        /// <summary>A line between two elements; for [N, C, L].</summary>
        Linear = 1,

        /// <summary>Lines in two dimensions; for [N, C, H, W].</summary>
        Bilinear = 2,

        /// <summary>Cubic curves in two dimensions; for [N, C, H, W].</summary>
        Bicubic = 3,

        /// <summary>Lines in three dimensions; for [N, C, D, H, W].</summary>
        Trilinear = 4,

        /// <summary>The mean of the elements that fall together.</summary>
        Area = 5,

        /// <summary>The nearest element, as image libraries round.</summary>
        NearestExact = 6,
    }
}
