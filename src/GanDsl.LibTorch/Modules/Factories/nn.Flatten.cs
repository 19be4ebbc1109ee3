using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Merges a range of dimensions into one.</summary>
        /// <param name="start_dim">The first dimension of the range. Default: 1, so that the batch stays.</param>
        /// <param name="end_dim">The last dimension of the range. Default: -1, the last.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Flatten</c>).</returns>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);
    }
}
