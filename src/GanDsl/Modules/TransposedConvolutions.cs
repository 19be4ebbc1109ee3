using System.ComponentModel;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Modules;

/// <summary>Transposed convolutions whose bias is added by an operator of its own.</summary>
/// <remarks>
/// On a processor libtorch hands a bias to oneDNN, which adds it to a transposed convolution value by value, in a loop that can take longer
/// than the convolution. On a GPU libtorch adds it apart as well.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TransposedConvolutions
{
    /// <summary>What <c>layer.call(input)</c> computes, of signals <c>[N, C, L]</c>, images or volumes.</summary>
    public static Tensor CallWithBiasApart(this ConvolutionTranspose layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        return layer.Convolve(input, layer.weight!, layer.bias).MoveToOuterDisposeScope();
    }

    /// <summary>The convolution of a layer with another weight and bias than its own.</summary>
    internal static Tensor Convolve(this ConvolutionTranspose layer, Tensor x, Tensor weight, Tensor? bias)
    {
        var (stride, padding, dilation) = (layer.stride, layer.padding!, layer.dilation);
        var (outputPadding, groups) = (layer.output_padding, layer.groups);
        var output = stride.Length switch
        {
            1 => functional.conv_transpose1d(
                x,
                weight,
                null,
                stride[0],
                padding[0],
                outputPadding[0],
                dilation[0],
                groups
            ),
            2 => functional.conv_transpose2d(x, weight, null, stride, padding, outputPadding, dilation, groups),
            _ => functional.conv_transpose3d(x, weight, null, stride, padding, outputPadding, dilation, groups),
        };
        return bias is null ? output : output.Plus_(bias.reshape([-1, .. stride.Select(_ => 1L)]));
    }
}
