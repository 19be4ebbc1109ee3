using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Makes a parameter of a tensor.</summary>
        /// <param name="data">The tensor; the parameter takes it over and leaves it empty.</param>
        /// <param name="requires_grad">Whether gradients are computed for the parameter. Default: true.</param>
        /// <returns>The parameter.</returns>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
    }
}
