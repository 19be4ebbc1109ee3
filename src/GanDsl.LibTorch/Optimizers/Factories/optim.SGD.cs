using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent, optionally with momentum (PyTorch: <c>torch.optim.SGD</c>).</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="learningRate">Learning rate.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="dampening">How much less than fully the gradient enters the momentum. Default: 0.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="nesterov">Whether the momentum looks ahead (Nesterov). Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static SGD SGD(
            IEnumerable<Parameter> parameters,
            double learningRate,
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        ) => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, optionally with momentum (PyTorch: <c>torch.optim.SGD</c>).</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="learningRate">Learning rate.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="dampening">How much less than fully the gradient enters the momentum. Default: 0.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="nesterov">Whether the momentum looks ahead (Nesterov). Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double learningRate,
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        ) =>
            new(
                parameters.Select(named => named.parameter),
                learningRate,
                momentum,
                dampening,
                weight_decay,
                nesterov,
                maximize
            );

        /// <summary>Stochastic gradient descent, optionally with momentum (PyTorch: <c>torch.optim.SGD</c>).</summary>
        /// <param name="parameters">Groups of parameters. Options that a group leaves open are those given here.</param>
        /// <param name="learningRate">Learning rate.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="dampening">How much less than fully the gradient enters the momentum. Default: 0.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="nesterov">Whether the momentum looks ahead (Nesterov). Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters,
            double learningRate,
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        ) => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}
