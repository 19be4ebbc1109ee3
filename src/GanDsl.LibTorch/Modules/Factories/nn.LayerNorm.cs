using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Normalisation over the last dimensions of each example (PyTorch: <c>torch.nn.LayerNorm</c>).</summary>
        /// <param name="normalized_shape">The sizes of those dimensions.</param>
        /// <param name="eps">Added to the variance before the square root. Default: 1e-5.</param>
        /// <param name="elementwise_affine">Whether a factor of each element is learnt. Default: true.</param>
        /// <param name="bias">Whether an offset of each element is learnt beside it. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with factors 1 and offsets 0.</returns>
        public static LayerNorm LayerNorm(
            long[] normalized_shape,
            double eps = 1e-05,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalisation over the last dimension (PyTorch: <c>torch.nn.LayerNorm</c>).</summary>
        /// <param name="normalized_shape">The size of that dimension.</param>
        /// <param name="eps">Added to the variance before the square root. Default: 1e-5.</param>
        /// <param name="elementwise_affine">Whether a factor of each element is learnt. Default: true.</param>
        /// <param name="bias">Whether an offset of each element is learnt beside it. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with factors 1 and offsets 0.</returns>
        public static LayerNorm LayerNorm(
            long normalized_shape,
            double eps = 1e-05,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) => LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);
    }
}
