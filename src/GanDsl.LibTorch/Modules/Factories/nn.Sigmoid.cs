using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The logistic function 1 / (1 + exp(-x)), into (0, 1).</summary>
        /// <returns>The module (PyTorch: <c>torch.nn.Sigmoid</c>).</returns>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>The logistic function 1 / (1 + exp(-x)), into (0, 1).</summary>
        /// <param name="inplace">Whether the input is overwritten.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Sigmoid</c>).</returns>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);
    }
}
