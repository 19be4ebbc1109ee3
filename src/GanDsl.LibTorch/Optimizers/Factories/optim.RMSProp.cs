using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>RMSProp (Hinton 2012) (PyTorch: <c>torch.optim.RMSprop</c>).</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">Learning rate. Default: 0.01.</param>
        /// <param name="alpha">Decay rate of the mean square, from 0 to 1. Default: 0.99.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="centered">Whether the variance takes the place of the mean square. Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static RMSProp RMSProp(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            double alpha = 0.99,
            double eps = 1e-8,
            double weight_decay = 0,
            double momentum = 0,
            bool centered = false,
            bool maximize = false
        ) => new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSProp (Hinton 2012) (PyTorch: <c>torch.optim.RMSprop</c>).</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="lr">Learning rate. Default: 0.01.</param>
        /// <param name="alpha">Decay rate of the mean square, from 0 to 1. Default: 0.99.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="centered">Whether the variance takes the place of the mean square. Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static RMSProp RMSProp(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01,
            double alpha = 0.99,
            double eps = 1e-8,
            double weight_decay = 0,
            double momentum = 0,
            bool centered = false,
            bool maximize = false
        ) =>
            new(
                parameters.Select(named => named.parameter),
                lr,
                alpha,
                eps,
                weight_decay,
                momentum,
                centered,
                maximize
            );

        /// <summary>RMSProp (Hinton 2012) (PyTorch: <c>torch.optim.RMSprop</c>).</summary>
        /// <param name="parameters">Groups of parameters. Options that a group leaves open are those given here.</param>
        /// <param name="lr">Learning rate. Default: 0.01.</param>
        /// <param name="alpha">Decay rate of the mean square, from 0 to 1. Default: 0.99.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Factor of the parameter that is added to its gradient. Default: 0.</param>
        /// <param name="momentum">Weight of former steps. Default: 0.</param>
        /// <param name="centered">Whether the variance takes the place of the mean square. Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static RMSProp RMSProp(
            IEnumerable<RMSProp.ParamGroup> parameters,
            double lr = 0.01,
            double alpha = 0.99,
            double eps = 1e-8,
            double weight_decay = 0,
            double momentum = 0,
            bool centered = false,
            bool maximize = false
        ) => new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
    }
}
