using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, optionally with momentum (Sutskever et al. 2013, PyTorch: <c>torch.optim.SGD</c>).</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>Creates the optimiser for one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="momentum">Weight of former steps. Default: 0.</param>
    /// <param name="dampening">How much less than fully the gradient enters the momentum. Default: 0.</param>
    /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
    /// <param name="nesterov">Whether the momentum looks ahead (Nesterov). Default: false.</param>
    /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
    /// <exception cref="ArgumentException">A number is outside of its range, or Nesterov lacks momentum or has dampening.</exception>
    public SGD(
        IEnumerable<Parameter> parameters,
        double lr,
        double momentum = 0.0,
        double dampening = 0,
        double weight_decay = 0,
        bool nesterov = false,
        bool maximize = false
    )
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    { }

    /// <summary>Creates the optimiser for several groups of parameters.</summary>
    /// <param name="parameters">The groups. Options that a group leaves open are those given here.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="momentum">Weight of former steps. Default: 0.</param>
    /// <param name="dampening">How much less than fully the gradient enters the momentum. Default: 0.</param>
    /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
    /// <param name="nesterov">Whether the momentum looks ahead (Nesterov). Default: false.</param>
    /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
    /// <exception cref="ArgumentException">A number is outside of its range, or Nesterov lacks momentum or has dampening.</exception>
    public SGD(
        IEnumerable<ParamGroup> parameters,
        double lr,
        double momentum = 0.0,
        double dampening = 0,
        double weight_decay = 0,
        bool nesterov = false,
        bool maximize = false
    )
        : base(
            new Options
            {
                LearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
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

    private protected override void Update(OptimizerOptions options, OptimizerState[] states) =>
        State.Update((Options)options, states);
}
