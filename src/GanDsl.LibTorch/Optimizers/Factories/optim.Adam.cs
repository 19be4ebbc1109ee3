using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam (Kingma and Ba 2015) (PyTorch: <c>torch.optim.Adam</c>).</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">Learning rate. Default: 1e-3.</param>
        /// <param name="beta1">Decay rate of the mean of the gradient, in [0, 1). Default: 0.9.</param>
        /// <param name="beta2">Decay rate of the mean of its square, in [0, 1). Default: 0.999.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Weight decay. Default: 0.</param>
        /// <param name="amsgrad">Whether the largest mean square so far takes the place of the present one. Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static Adam Adam(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-8,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        ) => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba 2015) (PyTorch: <c>torch.optim.Adam</c>).</summary>
        /// <param name="parameters">The parameters with their names, which are not used.</param>
        /// <param name="lr">Learning rate. Default: 1e-3.</param>
        /// <param name="beta1">Decay rate of the mean of the gradient, in [0, 1). Default: 0.9.</param>
        /// <param name="beta2">Decay rate of the mean of its square, in [0, 1). Default: 0.999.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Weight decay. Default: 0.</param>
        /// <param name="amsgrad">Whether the largest mean square so far takes the place of the present one. Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static Adam Adam(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 1e-3,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-8,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        ) => new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba 2015) (PyTorch: <c>torch.optim.Adam</c>).</summary>
        /// <param name="parameters">Groups of parameters. Options that a group leaves open are those given here.</param>
        /// <param name="lr">Learning rate. Default: 1e-3.</param>
        /// <param name="beta1">Decay rate of the mean of the gradient, in [0, 1). Default: 0.9.</param>
        /// <param name="beta2">Decay rate of the mean of its square, in [0, 1). Default: 0.999.</param>
        /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
        /// <param name="weight_decay">Weight decay. Default: 0.</param>
        /// <param name="amsgrad">Whether the largest mean square so far takes the place of the present one. Default: false.</param>
        /// <param name="maximize">Whether the steps go up instead of down. Default: false.</param>
        /// <returns>The optimiser.</returns>
        /// <exception cref="ArgumentException">A number is outside of its range.</exception>
        public static Adam Adam(
            IEnumerable<Adam.ParamGroup> parameters,
            double lr = 1e-3,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-8,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        ) => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}
