namespace GanDsl;

/// <summary>
/// RMSProp: each gradient is divided by the root of the running mean of its square. Lecture: Tieleman and Hinton 2012.
/// PyTorch: <c>torch.optim.RMSprop</c>.
/// </summary>
/// <param name="learningRate">The step size, above 0. Default: 1e-2; the first Wasserstein GANs used 5e-5.</param>
public sealed class RmsPropAttribute(double learningRate = 1e-2) : OptimizerAttribute(learningRate)
{
    /// <summary>The decay of the running mean of the squared gradient, in [0, 1), and above 0 where it is centred. Default: 0.99.</summary>
    public double Alpha { get; set; } = 0.99;

    /// <summary>Added to the denominator, above 0: without it a gradient of zero is divided by zero. Default: 1e-8.</summary>
    public double Eps { get; set; } = 1e-8;

    /// <summary>The L2 penalty, at least 0. Default: 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>The share of the last step that is kept, at least 0. Default: 0.</summary>
    public double Momentum { get; set; }

    /// <summary>Whether the squared mean of the gradient is taken off, so that its variance divides. Default: false.</summary>
    public bool Centered { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. base.ArgumentProblems(),
            .. ArgumentCheck.Fraction(nameof(Alpha), Alpha),
            .. ArgumentCheck.Positive(nameof(Eps), Eps),
            .. ArgumentCheck.NotNegative(nameof(WeightDecay), WeightDecay),
            .. ArgumentCheck.NotNegative(nameof(Momentum), Momentum),
            // Without a memory the variance is that of a single gradient, and each step is divided by Eps alone.
            .. Centered && (float)Alpha == 0
                ? [LayerProblem.InvalidArgument(nameof(Alpha), Alpha, "above 0 where Centered is true")]
                : Array.Empty<LayerProblem>(),
        ];

    private protected override CallText AddOptions(CallText construction) =>
        construction
            .AddUnless(0.99, "alpha", Alpha)
            .AddUnless(1e-8, "eps", Eps)
            .AddUnless(0.0, "weightDecay", WeightDecay)
            .AddUnless(0.0, "momentum", Momentum)
            .AddUnless(false, "centered", Centered);
}
