using TorchSharp.Modules;
using static GanDsl.Training.Hyperparameter;

namespace GanDsl.Training;

/// <summary>RMSProp. Lecture: Tieleman and Hinton 2012. PyTorch: <c>torch.optim.RMSprop</c>.</summary>
/// <param name="parameters">What moves; each once, however often it is named.</param>
/// <param name="learningRate">The step size, at least 0 and at most 1,000,000. Default: 1e-2.</param>
/// <param name="alpha">The decay of the running mean of the squared gradient, in [0, 1). Default: 0.99.</param>
/// <param name="eps">Added to the denominator, at least 0. Default: 1e-8.</param>
/// <param name="weightDecay">The L2 penalty, at least 0; it is part of the gradient. Default: 0.</param>
/// <param name="momentum">The share of the last step that is kept, at least 0. Default: 0.</param>
/// <param name="centered">Whether the squared mean of the gradient is taken off, so that its variance divides. Default: false.</param>
/// <exception cref="ArgumentException">There is no parameter, or one is not of a floating-point type.</exception>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class RmsPropOptimizer(
    IEnumerable<Parameter> parameters,
    double learningRate = 1e-2,
    double alpha = 0.99,
    double eps = 1e-8,
    double weightDecay = 0,
    double momentum = 0,
    bool centered = false
)
    : Optimizer(
        "rmsprop",
        parameters,
        learningRate,
        ["square_avg", centered ? "grad_avg" : null, momentum > 0 ? "momentum_buffer" : null],
        [
            Fraction(alpha, nameof(alpha)),
            NotNegative(eps, nameof(eps)),
            NotNegative(weightDecay, nameof(weightDecay)),
            NotNegative(momentum, nameof(momentum)),
        ]
    );
