namespace TorchSharp.Modules;

/// <summary>
/// A transposed convolution of images [N, C, H, W], which undoes the shape of a convolution
/// (PyTorch: <c>torch.nn.ConvTranspose2d</c>).
/// </summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(in ConvolutionShape shape)
        : base(nameof(ConvTranspose2d), shape) { }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, long[]? output_size) =>
        torch.nn.functional.conv_transpose2d(
            input,
            weight,
            bias,
            stride,
            padding,
            OutputPadding(input, output_size),
            dilation,
            groups
        );
}
