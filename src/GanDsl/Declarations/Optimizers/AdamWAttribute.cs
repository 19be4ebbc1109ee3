namespace GanDsl;

/// <summary>
/// Adam with decoupled weight decay: each step shrinks the parameters by <c>learningRate · WeightDecay</c>, whatever their gradient.
/// Paper: Loshchilov and Hutter 2019. PyTorch: <c>torch.optim.AdamW</c>.
/// </summary>
/// <param name="learningRate">The step size, above 0. Default: 1e-3.</param>
public sealed class AdamWAttribute(double learningRate = 1e-3) : OptimizerAttribute(learningRate)
{
    /// <summary>The decay of the running mean of the gradient, in [0, 1). Default: 0.9; GANs often use 0.5.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The decay of the running mean of the squared gradient, in [0, 1). Default: 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Added to the denominator, above 0: without it a gradient of zero is divided by zero. Default: 1e-8.</summary>
    public double Eps { get; set; } = 1e-8;

    /// <summary>The decay of the parameters, at least 0. Default: 0.01.</summary>
    public double WeightDecay { get; set; } = 0.01;

    /// <summary>Whether the largest squared gradient so far is used (AMSGrad). Default: false.</summary>
    public bool AmsGrad { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. base.ArgumentProblems(),
            .. ArgumentCheck.Fraction(nameof(Beta1), Beta1),
            .. ArgumentCheck.Fraction(nameof(Beta2), Beta2),
            .. ArgumentCheck.Positive(nameof(Eps), Eps),
            .. ArgumentCheck.NotNegative(nameof(WeightDecay), WeightDecay),
        ];

    private protected override CallText AddOptions(CallText construction) =>
        construction
            .AddUnless(0.9, "beta1", Beta1)
            .AddUnless(0.999, "beta2", Beta2)
            .AddUnless(1e-8, "eps", Eps)
            .AddUnless(0.01, "weightDecay", WeightDecay)
            .AddUnless(false, "amsGrad", AmsGrad);
}
