namespace TorchSharp.Modules;

/// <summary>Base class of transposed convolutions.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, in ConvolutionShape shape)
        : base(name, shape) { }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => forward(input, null);

    /// <summary>The computation of the module for a wanted size of the output.</summary>
    /// <param name="input">The input: [N, in_channels, spatial...] or without N.</param>
    /// <param name="output_size">
    /// The spatial sizes of the output, with or without N and C before them; null for those that follow from
    /// <see cref="Convolution.output_padding"/>.
    /// </param>
    /// <returns>The output: [N, out_channels, spatial...] or without N.</returns>
    /// <exception cref="ArgumentException">The channels do not fit, or no output padding gives that size.</exception>
    public abstract torch.Tensor forward(torch.Tensor input, long[]? output_size);

    private protected sealed override torch.Tensor Convolve(torch.Tensor input, long[] padding) => forward(input, null);

    private protected long[] OutputPadding(torch.Tensor input, long[]? output_size)
    {
        RequireChannels(input);
        if (output_size is null)
        {
            return output_padding;
        }

        var shape = input.shape;
        var leading = shape.Length - Dimensions;
        if (output_size.Length != Dimensions && output_size.Length != Dimensions + leading)
        {
            throw new ArgumentException(
                $"{GetName()} was given {output_size.Length} output sizes, but needs {Dimensions}, one for each spatial dimension.",
                nameof(output_size)
            );
        }

        return [.. output_size[^Dimensions..].Select((size, i) => size - SmallestOutput(shape[leading + i], i, size))];
    }

    private long SmallestOutput(long input, int dimension, long wanted)
    {
        var smallest =
            ((input - 1) * stride[dimension])
            - (2 * padding![dimension])
            + (dilation[dimension] * (kernel_size[dimension] - 1))
            + 1;
        if (wanted < smallest || wanted > smallest + stride[dimension] - 1)
        {
            throw new ArgumentException(
                $"{GetName()} cannot give size {wanted} in spatial dimension {dimension}: "
                    + $"with this input and stride it gives {smallest} to {smallest + stride[dimension] - 1}."
            );
        }

        return smallest;
    }
}
