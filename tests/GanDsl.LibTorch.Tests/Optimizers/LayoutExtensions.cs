using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

internal static class LayoutExtensions
{
    /// <summary>The same numbers, laid out so.</summary>
    public static Tensor Laid(this Tensor tensor, Layout layout) =>
        layout == Layout.Contiguous ? tensor.clone() : stack([tensor, tensor], -1).select(-1, 0);
}
