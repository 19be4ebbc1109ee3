using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Checks;

/// <summary>
/// A rule about a GAN that could be trained: what is hardly meant, or worth knowing. Errors stand in parsing and inference, which the
/// generator runs too; docs/contributing/adding-a-rule.md shows how to add either.
/// </summary>
internal abstract class GanCheck
{
    /// <summary>Every check there is, in the order of the ids.</summary>
    public static IReadOnlyList<GanCheck> All { get; } =
    [
        new LayerRemarks(),
        new InitWithoutEffect(),
        new LogitActivation(),
        new OutputRange(),
        new NormalizedData(),
        new NormalizedOutput(),
        new BiasBeforeNormalization(),
        new NormalizationSplitsPasses(),
        new NormalizationOfOneExample(),
        new NormalizationWithGradientPenalty(),
        new SpectralNormBeforeNormalization(),
        new SaturatingLossRemark(),
        new NoLipschitzConstraint(),
        new ClippingWithPenalty(),
        new UnusedLabels(),
    ];

    /// <summary>What the check finds. Called only for a GAN without errors.</summary>
    public abstract IEnumerable<Problem> Problems(InferredGan gan);
}
