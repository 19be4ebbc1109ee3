using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>The Wasserstein loss is a distance only for critics of a bounded slope (Arjovsky et al. 2017, section 3).</summary>
internal sealed class NoLipschitzConstraint : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var regularizers = gan.Declaration.Training;
        if (
            gan.Declaration.Loss is not WassersteinLoss
            || regularizers.Any(each => each is PenaltyAttribute or WeightClippingAttribute)
            || gan.Discriminator.Layers.FirstOrDefault(IsUnbounded) is not { } unbounded
        )
        {
            return [];
        }

        var found = gan.Discriminator.Layers.Any(IsNormalized)
            ? $"but nothing bounds {unbounded.Declared.Text}"
            : "but nothing bounds it";

        // Attention stays unbounded under it.
        var remedy =
            unbounded.Layer is SelfAttentionAttribute
                ? "[GradientPenalty] or [WeightClipping]"
                : "[GradientPenalty], [WeightClipping], or [SpectralNorm] to the discriminator";
        return
        [
            new(
                Rule.NoLipschitzConstraint,
                gan.Declaration.LocationOf<GanAttribute>(nameof(GanAttribute.Loss)),
                $"The Wasserstein loss needs a critic of bounded slope, {found}, so its scores only grow; add {remedy}"
            )
            {
                Mends =
                [
                    new(Mend.AddToClass("GradientPenalty"), gan.Declaration.Class.Location),
                    new(Mend.AddToClass("WeightClipping"), gan.Declaration.Class.Location),
                ],
            },
        ];
    }

    /// <summary>Not so attention, whose slope grows with its input and with gamma however small its weights are (Kim et al. 2021).</summary>
    private static bool IsNormalized(InferredLayer layer) =>
        layer.Model.SpectralNorm is not null && layer.Layer is not SelfAttentionAttribute;

    /// <summary>Whether a product with learned weights can be as large as it likes. The classifier is no part of the score.</summary>
    private static bool IsUnbounded(InferredLayer layer) =>
        layer.Model is { MultiplyAdds: > 0, Classification: null } && !IsNormalized(layer);
}
