using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>x where positive, else a fraction of it.</summary>
        /// <param name="negative_slope">The factor of negative elements. Default: 0.01.</param>
        /// <param name="inplace">Whether the input is overwritten. Default: false.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.LeakyReLU</c>).</returns>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) =>
            new(negative_slope, inplace);
    }
}
