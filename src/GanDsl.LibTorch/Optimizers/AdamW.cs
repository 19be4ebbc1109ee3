using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam with weight decay that goes straight into the parameter instead of through its gradient (Loshchilov and Hutter
/// 2019, PyTorch: <c>torch.optim.AdamW</c>).
/// </summary>
public partial class AdamW : OptimizerHelper, optim.IBetas
{
    /// <summary>Creates the optimiser for one group of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="beta1">Decay rate of the mean of the gradient, in [0, 1). Default: 0.9.</param>
    /// <param name="beta2">Decay rate of the mean of its square, in [0, 1). Default: 0.999.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weight_decay">Share of the parameter, times the learning rate, that each step takes away. Default: 0.</param>
    /// <param name="amsgrad">Whether the largest mean square so far takes the place of the present one. Default: false.</param>
    /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
    /// <exception cref="ArgumentException">A number is outside of its range.</exception>
    public AdamW(
        IEnumerable<Parameter> parameters,
        double lr = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-8,
        double weight_decay = 0,
        bool amsgrad = false,
        bool maximize = false
    )
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize) { }

    /// <summary>Creates the optimiser for several groups of parameters.</summary>
    /// <param name="parameters">The groups. Options that a group leaves open are those given here.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="beta1">Decay rate of the mean of the gradient, in [0, 1). Default: 0.9.</param>
    /// <param name="beta2">Decay rate of the mean of its square, in [0, 1). Default: 0.999.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weight_decay">Share of the parameter, times the learning rate, that each step takes away. Default: 0.</param>
    /// <param name="amsgrad">Whether the largest mean square so far takes the place of the present one. Default: false.</param>
    /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
    /// <exception cref="ArgumentException">A number is outside of its range.</exception>
    public AdamW(
        IEnumerable<ParamGroup> parameters,
        double lr = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-8,
        double weight_decay = 0,
        bool amsgrad = false,
        bool maximize = false
    )
        : base(
            new Options
            {
                LearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            }.Validated(),
            parameters
        ) { }

    /// <inheritdoc/>
    public (double, double) Betas
    {
        get => ((Options)Defaults).Betas;
        set => ((Options)Defaults).Betas = value;
    }

    private protected override OptimizerOptions CreateOptions() => new Options();

    private protected override OptimizerState CreateState(Parameter parameter) => new Adam.State(parameter);

    private protected override void Update(OptimizerOptions options, OptimizerState[] states) =>
        Adam.State.Update((Adam.Options)options, states, isDecoupled: true);
}
