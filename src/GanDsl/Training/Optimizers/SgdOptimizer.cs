using TorchSharp.Modules;
using static GanDsl.Training.Hyperparameter;

namespace GanDsl.Training;

/// <summary>Stochastic gradient descent, with momentum if asked for. PyTorch: <c>torch.optim.SGD</c>.</summary>
/// <param name="parameters">What moves; each once, however often it is named.</param>
/// <param name="learningRate">The step size, at least 0 and at most 1,000,000.</param>
/// <param name="momentum">The share of the last step that is kept, at least 0. Default: 0.</param>
/// <param name="dampening">
/// The dampening of the momentum: it takes up 1 - <paramref name="dampening"/> of each gradient but the first. Default: 0.
/// </param>
/// <param name="weightDecay">The L2 penalty, at least 0; it is part of the gradient. Default: 0.</param>
/// <param name="nesterov">Nesterov momentum; needs a momentum and no dampening. Default: false.</param>
/// <exception cref="ArgumentException">
/// There is no parameter, one is not of a floating-point type, or Nesterov momentum lacks what it needs.
/// </exception>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed class SgdOptimizer(
    IEnumerable<Parameter> parameters,
    double learningRate,
    double momentum = 0,
    double dampening = 0,
    double weightDecay = 0,
    bool nesterov = false
)
    : Optimizer(
        "sgd",
        parameters,
        learningRate,
        [momentum > 0 && dampening != 0 ? ParameterGroup.StepCount : null, momentum > 0 ? "momentum_buffer" : null],
        [
            NotNegative(momentum, nameof(momentum)),
            Finite(dampening, nameof(dampening)),
            NotNegative(weightDecay, nameof(weightDecay)),
            CheckedNesterov(nesterov, momentum, dampening),
        ]
    )
{
    private static bool CheckedNesterov(bool nesterov, double momentum, double dampening) =>
        nesterov && (momentum <= 0 || dampening != 0)
            ? throw new ArgumentException(
                "Nesterov momentum needs a momentum above 0 and no dampening.",
                nameof(nesterov)
            )
            : nesterov;
}
