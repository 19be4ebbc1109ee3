namespace GanDsl;

/// <summary>Stochastic gradient descent, with momentum if asked for. PyTorch: <c>torch.optim.SGD</c>.</summary>
/// <param name="learningRate">The step size, above 0.</param>
public sealed class SgdAttribute(double learningRate) : OptimizerAttribute(learningRate)
{
    /// <summary>The share of the last step that is kept, at least 0. Default: 0.</summary>
    public double Momentum { get; set; }

    /// <summary>The dampening of the momentum. Default: 0.</summary>
    public double Dampening { get; set; }

    /// <summary>The L2 penalty, at least 0. Default: 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Nesterov momentum; needs a momentum and no dampening. Default: false.</summary>
    public bool Nesterov { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. base.ArgumentProblems(),
            .. ArgumentCheck.NotNegative(nameof(Momentum), Momentum),
            .. ArgumentCheck.Finite(nameof(Dampening), Dampening),
            .. ArgumentCheck.NotNegative(nameof(WeightDecay), WeightDecay),
            .. Nesterov && (Momentum <= 0 || Dampening != 0)
                ?
                [
                    LayerProblem.InvalidArgument(
                        nameof(Nesterov),
                        true,
                        "used with a Momentum above 0 and without Dampening"
                    ),
                ]
                : Array.Empty<LayerProblem>(),
        ];

    private protected override CallText AddOptions(CallText construction) =>
        construction
            .AddUnless(0.0, "momentum", Momentum)
            .AddUnless(0.0, "dampening", Dampening)
            .AddUnless(0.0, "weightDecay", WeightDecay)
            .AddUnless(false, "nesterov", Nesterov);
}
