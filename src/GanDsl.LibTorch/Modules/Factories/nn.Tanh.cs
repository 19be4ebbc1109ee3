using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The hyperbolic tangent, into (-1, 1).</summary>
        /// <param name="inplace">Whether the input is overwritten. Default: false.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Tanh</c>).</returns>
        public static Tanh Tanh(bool inplace = false) => new(inplace);
    }
}
