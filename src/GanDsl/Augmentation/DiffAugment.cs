using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Differentiable augmentation (Zhao et al. 2020, "Differentiable Augmentation for Data-Efficient GAN Training"): real and generated
/// images are changed at random before the discriminator sees them, and gradients flow through the change to the generator.
/// </summary>
public static class DiffAugment
{
    private const DiffAugmentations Known =
        DiffAugmentations.Color | DiffAugmentations.Translation | DiffAugmentations.Cutout;

    /// <summary>
    /// Changes each image by numbers of its own: colour first, then translation, then cutout. They come from torch's global random
    /// numbers on the device of the images, in float32 whatever the type of the images.
    /// </summary>
    /// <remarks>
    /// The changes are linear in the images but for a constant, so gradients of any order flow through. Nothing waits for a GPU.
    /// </remarks>
    /// <param name="images">[N, C, H, W], of a floating-point type, with values around 0 as in [-1, 1].</param>
    /// <param name="kinds">Which changes; none leaves the images as they are.</param>
    /// <returns>[N, C, H, W], of the same type; values may leave the range of the images.</returns>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions or another type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind has no name.</exception>
    public static Tensor Apply(Tensor images, DiffAugmentations kinds)
    {
        ImageCheck.Require(images);
        if ((kinds & ~Known) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(kinds),
                $"kinds is {kinds}, but it has to be made of Color, Translation and Cutout."
            );
        }

        using var scope = NewDisposeScope();
        var augmented = images.alias();
        if (kinds.HasFlag(DiffAugmentations.Color))
        {
            augmented = ColorJitter.Draw(augmented);
        }

        if (kinds.HasFlag(DiffAugmentations.Translation))
        {
            augmented = Translation.Draw(augmented);
        }

        if (kinds.HasFlag(DiffAugmentations.Cutout))
        {
            augmented = Cutout.Draw(augmented);
        }

        return augmented.MoveToOuterDisposeScope();
    }
}
