using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Modules;

/// <summary>
/// Layers with a weight, computed in bfloat16: input, weight and bias are rounded to it, and the answer is bfloat16. The parameters stay
/// as they are, and so do their gradients.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BFloat16Layers
{
    /// <summary>xWᵀ + b: <c>[N, …, in]</c> to <c>[N, …, out]</c>.</summary>
    public static Tensor InBFloat16(this Linear layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        var output = functional.linear(Rounded(input), Rounded(layer.weight), RoundedBias(layer.bias));
        return output.MoveToOuterDisposeScope();
    }

    /// <summary>The convolution of signals <c>[N, C, L]</c>, images <c>[N, C, H, W]</c> or volumes <c>[N, C, D, H, W]</c>.</summary>
    public static Tensor InBFloat16(this Convolution layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        var (x, weight, bias) = (Rounded(input), Rounded(layer.weight!), RoundedBias(layer.bias));
        var (stride, dilation, groups) = (layer.stride, layer.dilation, layer.groups);
        var borders = Borders(layer);
        var padding = borders.Select(border => border / 2).ToArray();
        if (layer.padding_mode != PaddingModes.Zeros)
        {
            // From the last dimension to the first; of an odd number of values the larger half goes to the end.
            x = functional.pad(x, [.. borders.Reverse().SelectMany(Halves)], layer.padding_mode);
            padding = [.. borders.Select(_ => 0L)];
        }

        var output = padding.Length switch
        {
            1 => functional.conv1d(x, weight, bias, stride[0], padding[0], dilation[0], groups),
            2 => functional.conv2d(x, weight, bias, stride, padding, dilation, groups),
            _ => functional.conv3d(x, weight, bias, stride, padding, dilation, groups),
        };
        return output.MoveToOuterDisposeScope();
    }

    /// <summary>The transposed convolution of signals, images or volumes.</summary>
    public static Tensor InBFloat16(this ConvolutionTranspose layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        var (x, weight) = (Rounded(input), Rounded(layer.weight!));
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
        if (RoundedBias(layer.bias) is { } bias)
        {
            // Added apart: given to a transposed convolution, oneDNN adds it value by value, which takes longer than the convolution.
            output = output.Plus_(bias.reshape([-1, .. stride.Select(_ => 1L)]));
        }

        return output.MoveToOuterDisposeScope();
    }

    private static Tensor Rounded(Tensor tensor) => tensor.to(bfloat16);

    private static Tensor? RoundedBias(Tensor? bias) => bias?.to(bfloat16);

    /// <summary>What is added to each dimension, at both of its ends together.</summary>
    private static long[] Borders(Convolution layer) =>
        layer.padding_type == Padding.Same
            ? [.. layer.kernel_size.Select((kernel, axis) => layer.dilation[axis] * (kernel - 1))]
            : [.. layer.padding!.Select(padding => 2 * padding)];

    private static long[] Halves(long border) => [border / 2, (border + 1) / 2];
}
