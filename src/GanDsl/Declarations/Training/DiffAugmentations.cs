namespace GanDsl;

/// <summary>What differentiable augmentation does to images before the discriminator sees them (Zhao et al. 2020, appendix A).</summary>
[Flags]
public enum DiffAugmentations
{
    /// <summary>Brightness by up to 0.5 either way, saturation by a factor in [0, 2), contrast by a factor in [0.5, 1.5).</summary>
    Color = 1,

    /// <summary>A move by up to 1/8 of height and width, by whole pixels; what comes in from outside is 0.</summary>
    Translation = 2,

    /// <summary>A rectangle of half the height and half the width becomes 0; a part of it may lie outside.</summary>
    Cutout = 4,
}
