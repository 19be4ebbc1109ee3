using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>max(x, 0).</summary>
        /// <param name="inplace">Whether the input is overwritten. Default: false.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.ReLU</c>).</returns>
        public static ReLU ReLU(bool inplace = false) => new(inplace);
    }
}
