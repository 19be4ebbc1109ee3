using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// RMSProp: steps by the gradient over the root of the running mean of its square (Hinton 2012; the centred variant is
/// that of Graves 2013; PyTorch: <c>torch.optim.RMSprop</c>).
/// </summary>
public partial class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>Creates the optimiser for one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="alpha">Decay rate of the mean square, from 0 to 1. Default: 0.99.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
    /// <param name="momentum">Weight of former steps. Default: 0.</param>
    /// <param name="centered">Whether the variance takes the place of the mean square. Default: false.</param>
    /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
    /// <exception cref="ArgumentException">A number is outside of its range.</exception>
    public RMSProp(
        IEnumerable<Parameter> parameters,
        double lr = 1e-3,
        double alpha = 0.99,
        double eps = 1e-8,
        double weight_decay = 0,
        double momentum = 0.0,
        bool centered = false,
        bool maximize = false
    )
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    { }

    /// <summary>Creates the optimiser for several groups of parameters.</summary>
    /// <param name="parameters">The groups. Options that a group leaves open are those given here.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="alpha">Decay rate of the mean square, from 0 to 1. Default: 0.99.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
    /// <param name="momentum">Weight of former steps. Default: 0.</param>
    /// <param name="centered">Whether the variance takes the place of the mean square. Default: false.</param>
    /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
    /// <exception cref="ArgumentException">A number is outside of its range.</exception>
    public RMSProp(
        IEnumerable<ParamGroup> parameters,
        double lr = 1e-3,
        double alpha = 0.99,
        double eps = 1e-8,
        double weight_decay = 0,
        double momentum = 0.0,
        bool centered = false,
        bool maximize = false
    )
        : base(
            new Options
            {
                LearningRate = lr,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
                maximize = maximize,
            }.Validated(),
            parameters
        ) { }

    /// <inheritdoc/>
    public double Momentum
    {
        get => ((Options)Defaults).momentum!.Value;
        set => ((Options)Defaults).momentum = value;
    }

    private protected override OptimizerOptions CreateOptions() => new Options();

    private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override void Update(OptimizerOptions options, OptimizerState[] states)
    {
        foreach (var state in states)
        {
            if (state.Parameter.grad is { } grad)
            {
                Update((Options)options, state.Parameter, grad, (State)state);
            }
        }
    }

    private static void Update(Options rmsProp, Parameter parameter, Tensor grad, State remembered)
    {
        var rate = rmsProp.LearningRate!.Value;
        if (rmsProp.maximize!.Value)
        {
            grad = UpdateOperators.Negative.Call(grad);
        }

        if (rmsProp.weight_decay!.Value != 0)
        {
            grad = UpdateOperators.Sum.Call(grad, parameter, rmsProp.weight_decay.Value);
        }

        var denominator = remembered.Denominator(rmsProp, grad);
        if (rmsProp.momentum!.Value == 0)
        {
            _ = UpdateOperators.AddQuotient.Mutate(parameter, grad, denominator, -rate);
            return;
        }

        _ = UpdateOperators.Multiply.Mutate(remembered.momentum_buffer, rmsProp.momentum.Value);
        _ = UpdateOperators.AddQuotient.Mutate(remembered.momentum_buffer, grad, denominator, 1.0);
        _ = UpdateOperators.Add.Mutate(parameter, remembered.momentum_buffer, -rate);
    }
}
