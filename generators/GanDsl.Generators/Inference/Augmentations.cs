using GanDsl.Generators.Models;

namespace GanDsl.Generators.Inference;

/// <summary>What is emitted for the declared augmentation.</summary>
internal static class Augmentations
{
    public static AugmentationModel? Of(AugmentationAttribute? declared) =>
        declared switch
        {
            DiffAugmentAttribute fixedKinds => new(null, $"DiffAugment.Apply(images, {fixedKinds.KindsText})"),
            AdaAttribute adaptive => new(
                new CallText("new AdaptiveAugmentation")
                    .Add("device")
                    .AddUnless(0.6, "target", adaptive.Target)
                    .AddUnless(500_000.0, "speed", adaptive.Speed)
                    .ToString(),
                "augmentation.Apply(images)"
            ),
            _ => null,
        };
}
