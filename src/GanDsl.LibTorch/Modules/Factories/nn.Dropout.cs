using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>In training, zeroes each element with a probability and scales the others so that the mean stays.</summary>
        /// <param name="p">Probability of an element to be zeroed, in [0, 1]. Default: 0.5.</param>
        /// <param name="inplace">Whether the input is overwritten. Default: false.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Dropout</c>).</returns>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
    }
}
