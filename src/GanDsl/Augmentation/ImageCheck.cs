using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>What every augmentation asks of its input.</summary>
internal static class ImageCheck
{
    /// <summary>Refuses what are no images.</summary>
    /// <exception cref="ArgumentException">The tensor is not [N, C, H, W], or not of a floating-point type.</exception>
    public static void Require(Tensor images)
    {
        if (images.dim() != 4)
        {
            throw new ArgumentException(
                $"The tensor is {ShapeText.Of(images.shape)}, but images are [N, channels, height, width].",
                nameof(images)
            );
        }

        if (!images.is_floating_point())
        {
            throw new ArgumentException(
                $"The images are {images.dtype}, but only those of a floating-point type can be augmented.",
                nameof(images)
            );
        }
    }
}
