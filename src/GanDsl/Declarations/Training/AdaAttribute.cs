namespace GanDsl;

/// <summary>
/// Adaptive discriminator augmentation: each kind of change comes with a probability that grows while D is surer of real images than
/// the target, and falls while it is not. Paper: Karras et al. 2020.
/// </summary>
/// <param name="target">The mean sign of the logits of real images, in [-1, 1]. Default: 0.6.</param>
public sealed class AdaAttribute(double target = 0.6) : AugmentationAttribute
{
    /// <summary>The mean sign of the logits of real images that is aimed at.</summary>
    public double Target { get; } = target;

    /// <summary>The real images in which the probability goes from 0 to 1 at most, above 0. Default: 500,000.</summary>
    public double Speed { get; set; } = 500_000;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. Target is >= -1 and <= 1
                ? (IEnumerable<LayerProblem>)[]
                : [LayerProblem.InvalidArgument("target", Target, "in [-1, 1]")],
            .. ArgumentCheck.Positive(nameof(Speed), Speed),
        ];
}
