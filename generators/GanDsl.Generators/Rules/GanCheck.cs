using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;
using GanDsl.Generators.Rules.Errors;
using GanDsl.Generators.Rules.Warnings;

namespace GanDsl.Generators.Rules;

/// <summary>Looks at a whole GAN for what breaks a rule; docs/contributing/adding-a-rule.md shows how to add one.</summary>
internal abstract class GanCheck
{
    /// <summary>What cannot be trained. The generator asks them as well: networks with a mistake are emitted as stubs.</summary>
    public static IReadOnlyList<GanCheck> Errors { get; } =
    [
        new GeneratorOutput(),
        new DiscriminatorOutput(),
        new SmoothingWithoutLabel(),
        new PackingCheck(),
        new AugmentationCheck(),
        new AccumulationCheck(),
        new DiscriminatorStepsCheck(),
        new MissingLabels(),
        new MisplacedClassifier(),
        new SpectralNormWithoutWeight(),
        new NothingToLearn(),
        new NormalizationOfOneValue(),
        new ClassNames(),
        new HiddenNames(),
    ];

    /// <summary>What could be trained, but is hardly meant, or is worth knowing; in the order of the ids.</summary>
    public static IReadOnlyList<GanCheck> Warnings { get; } =
    [
        new LayerRemarks(),
        new OptimizerRemarks(),
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
        new SpectralNormLeavesOut(),
        new SaturatingLossRemark(),
        new NoLipschitzConstraint(),
        new ClippingWithPenalty(),
        new UnusedLabels(),
        new LinearAfterLinear(),
    ];

    /// <summary>
    /// What the check finds. An error check is asked of any declaration, so networks may end at the layer at fault; a warning check
    /// only of one without errors.
    /// </summary>
    public abstract IEnumerable<Problem> Problems(InferredGan gan);
}
