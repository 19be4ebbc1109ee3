namespace GanDsl;

/// <summary>
/// Clips every parameter of D to [-bound, bound] after each of its steps: the first Lipschitz constraint of the Wasserstein GAN.
/// Paper: Arjovsky et al. 2017; <see cref="GradientPenaltyAttribute"/> works better.
/// </summary>
/// <param name="bound">c, above 0. Default: 0.01.</param>
public sealed class WeightClippingAttribute(double bound = 0.01) : RegularizerAttribute
{
    /// <summary>The largest absolute value that a parameter keeps.</summary>
    public double Bound { get; } = bound;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Positive("bound", Bound);
}
