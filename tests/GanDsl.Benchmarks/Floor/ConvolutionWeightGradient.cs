using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Floor;

/// <summary>
/// The gradient of the weight of a convolution with kernel 4, stride 2 and padding 1, by the operator of autograd; TorchSharp does not wrap it.
/// </summary>
internal static class ConvolutionWeightGradient
{
    private static readonly jit.CompilationUnit Unit = jit.compile(
        """
        def weight_gradient(gradient: Tensor, input: Tensor, weight: Tensor):
            _, result, _ = torch.convolution_backward(
                gradient, input, weight, None, [2, 2], [1, 1], [1, 1], False, [0, 0], 1, [False, True, False])
            return result

        """
    );

    /// <summary>Of what goes in and the gradient of what comes out.</summary>
    public static Tensor Compute(Tensor input, Tensor outputGradient, Tensor weight) =>
        (Tensor)Unit.invoke("weight_gradient", outputGradient, input, weight);
}
