using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Instance normalisation of signals [N, C, L] (PyTorch: <c>torch.nn.InstanceNorm1d</c>).</summary>
        /// <param name="num_features">Number of channels.</param>
        /// <param name="eps">Added to the variance before the square root. Default: 1e-5.</param>
        /// <param name="momentum">Weight of the newest batch in the running statistics. Default: 0.1.</param>
        /// <param name="affine">Whether a factor and an offset are learnt for each channel. Default: false.</param>
        /// <param name="track_running_stats">Whether running statistics are kept for evaluation. Default: false.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with factors 1 and offsets 0.</returns>
        public static InstanceNorm1d InstanceNorm1d(
            long num_features,
            double eps = 1e-05,
            double momentum = 0.1,
            bool affine = false,
            bool track_running_stats = false,
            Device? device = null,
            ScalarType? dtype = null
        ) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
    }
}
