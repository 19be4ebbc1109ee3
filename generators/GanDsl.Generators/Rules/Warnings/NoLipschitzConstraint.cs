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
            || gan.Discriminator.Layers.Where(IsUnbounded).OrderBy(CanBeNormalized).FirstOrDefault()
                is not { } unbounded
        )
        {
            return [];
        }

        var found = gan.Discriminator.Layers.Any(IsNormalized)
            ? $"but nothing bounds {(IsLearnedScale(unbounded) ? "what is learned of " : "")}{unbounded.Declared.Text}"
            : "but nothing bounds it";

        var remedy = CanBeNormalized(unbounded)
            ? "[GradientPenalty], [WeightClipping], or [SpectralNorm] to the discriminator"
            : "[GradientPenalty] or [WeightClipping]";
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

    private static bool IsNormalized(InferredLayer layer) =>
        layer.Model.SpectralNorm is not null && CanBeNormalized(layer);

    /// <summary>
    /// Whether [SpectralNorm] bounds its slope. Not so that of attention, which grows with its input and with gamma however small its weights
    /// are (Kim et al. 2021), and no factor that is learned for each value or channel.
    /// </summary>
    private static bool CanBeNormalized(InferredLayer layer) =>
        layer.Layer is not SelfAttentionAttribute && !IsLearnedScale(layer);

    /// <summary>Whether a product with learned weights can be as large as it likes. The classifier is no part of the score.</summary>
    private static bool IsUnbounded(InferredLayer layer) =>
        IsLearnedScale(layer) || (layer.Model is { MultiplyAdds: > 0, Classification: null } && !IsNormalized(layer));

    /// <summary>Whether each value is multiplied by a number of its own that is learned: the slope of a PReLU, the scale of a normalisation.</summary>
    private static bool IsLearnedScale(InferredLayer layer) =>
        layer.Model.ParameterCount > 0 && (layer.Layer is ActivationAttribute || layer.Layer.IsNormalization);
}
