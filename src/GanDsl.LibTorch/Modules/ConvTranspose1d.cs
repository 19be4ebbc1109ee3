namespace TorchSharp.Modules;

/// <summary>
/// A transposed convolution of signals [N, C, L], which undoes the shape of a convolution
/// (PyTorch: <c>torch.nn.ConvTranspose1d</c>).
/// </summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(in ConvolutionShape shape)
        : base(nameof(ConvTranspose1d), shape) { }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, long[]? output_size) =>
        torch.nn.functional.conv_transpose1d(
            input,
            weight,
            bias,
            stride[0],
            padding![0],
            OutputPadding(input, output_size)[0],
            dilation[0],
            groups
        );
}
