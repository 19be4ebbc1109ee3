using TorchSharp.Modules;
using static GanDsl.Training.Hyperparameter;

namespace GanDsl.Training;

/// <summary>Adam. Paper: Kingma and Ba 2015. PyTorch: <c>torch.optim.Adam</c>.</summary>
/// <param name="parameters">What moves; each once, however often it is named.</param>
/// <param name="learningRate">The step size, at least 0 and at most 1,000,000. Default: 1e-3.</param>
/// <param name="beta1">The decay of the running mean of the gradient, in [0, 1). Default: 0.9.</param>
/// <param name="beta2">The decay of the running mean of the squared gradient, in [0, 1). Default: 0.999.</param>
/// <param name="eps">Added to the denominator, at least 0. Default: 1e-8.</param>
/// <param name="weightDecay">The L2 penalty, at least 0; it is part of the gradient. Default: 0.</param>
/// <param name="amsGrad">Whether the largest mean of the squared gradient so far is used. Default: false.</param>
/// <exception cref="ArgumentException">There is no parameter, or one is not of a floating-point type.</exception>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class AdamOptimizer(
    IEnumerable<Parameter> parameters,
    double learningRate = 1e-3,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double eps = 1e-8,
    double weightDecay = 0,
    bool amsGrad = false
)
    : Optimizer(
        "adam",
        parameters,
        learningRate,
        [ParameterGroup.StepCount, "exp_avg", "exp_avg_sq", amsGrad ? "max_exp_avg_sq" : null],
        [
            Fraction(beta1, nameof(beta1)),
            Fraction(beta2, nameof(beta2)),
            NotNegative(eps, nameof(eps)),
            NotNegative(weightDecay, nameof(weightDecay)),
            amsGrad,
        ]
    );
