namespace GanDsl;

/// <summary>Differentiable augmentation: the same kinds of change for every image. Paper: Zhao et al. 2020.</summary>
/// <param name="kinds">What is changed, at least one kind. Default: all of them.</param>
public sealed class DiffAugmentAttribute(
    DiffAugmentations kinds = DiffAugmentations.Color | DiffAugmentations.Translation | DiffAugmentations.Cutout
) : AugmentationAttribute
{
    private const DiffAugmentations All =
        DiffAugmentations.Color | DiffAugmentations.Translation | DiffAugmentations.Cutout;

    /// <summary>What is changed.</summary>
    public DiffAugmentations Kinds { get; } = kinds;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        Kinds != 0 && (Kinds & ~All) == 0
            ? []
            : [LayerProblem.InvalidArgument("kinds", Kinds, "one or more of Color, Translation and Cutout")];

    /// <summary>The expression for <see cref="Kinds"/>.</summary>
    internal string KindsText =>
        string.Join(
            " | ",
            new[] { DiffAugmentations.Color, DiffAugmentations.Translation, DiffAugmentations.Cutout }
                .Where(kind => (Kinds & kind) != 0)
                .Select(kind => $"{nameof(DiffAugmentations)}.{kind}")
        );
}
