using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Each element, times a learned slope where it is negative (PyTorch: <c>torch.nn.PReLU</c>).</summary>
        /// <param name="num_parameters">The number of slopes: 1, or one for each channel.</param>
        /// <param name="init">What the slopes are at first. Default: 0.25.</param>
        /// <param name="device">Where they are created; default: the default device.</param>
        /// <param name="dtype">Their element type; default: the default type.</param>
        /// <returns>The module.</returns>
        public static PReLU PReLU(
            long num_parameters,
            double init = 0.25,
            Device? device = null,
            ScalarType? dtype = null
        ) => new(num_parameters, init, device, dtype);
    }
}
