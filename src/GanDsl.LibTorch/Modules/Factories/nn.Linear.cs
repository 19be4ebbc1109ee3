using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An affine map of the last dimension, <c>y = x Wᵀ + b</c> (PyTorch: <c>torch.nn.Linear</c>).</summary>
        /// <param name="inputSize">Size of the last dimension of the input.</param>
        /// <param name="outputSize">Size of the last dimension of the output.</param>
        /// <param name="hasBias">Whether there is a bias b.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with W and b drawn from U(-1/√in, 1/√in).</returns>
        public static Linear Linear(
            long inputSize,
            long outputSize,
            bool hasBias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) => new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>An affine map with given weights.</summary>
        /// <param name="weight">The weights W: [outputSize, inputSize].</param>
        /// <param name="bias">The bias b: [outputSize], or null for none.</param>
        /// <returns>The module, to which both now belong.</returns>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);
    }
}
