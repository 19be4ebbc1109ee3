using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>An augmentation, which changes images of any size and no shape: whether training works does not depend on it.</summary>
internal sealed record FuzzedAugmentation(string Kind, string? Kinds, double? Target, double? Speed) : FuzzedRegularizer
{
    public override string Attribute =>
        Kind == "Ada" ? new AttributeText(Kind).AddIfGiven(Target).Set("Speed", Speed).ToString()
        : Kinds is null ? Kind
        : $"{Kind}({Kinds})";

    public override string? ContractRefusal =>
        Target is { } target && !(target is >= -1 and <= 1) ? Contract.NoNumber
        : Speed is { } speed && !((float)speed > 0 && speed <= float.MaxValue) ? Contract.NoNumber
        : Kinds == "(DiffAugmentations)8" ? Contract.UnknownMember
        : null;

    public static FuzzedRegularizer Draw(FuzzRandom random, string kind) =>
        kind == "Ada"
            ? new FuzzedAugmentation(
                kind,
                null,
                random.Optional(0.5, () => random.DoubleArgument(-1, 0.2, 0.6)),
                random.Optional(0.5, () => random.DoubleArgument(1, 10, 500_000))
            )
            : new FuzzedAugmentation(
                kind,
                random.IsWild()
                    ? "(DiffAugmentations)8"
                    : random.Pick(
                        null,
                        "DiffAugmentations.Color",
                        "DiffAugmentations.Translation | DiffAugmentations.Cutout"
                    ),
                null,
                null
            );
}
