namespace TorchSharp.Modules;

/// <summary>
/// A transposed convolution of volumes [N, C, D, H, W], which undoes the shape of a convolution
/// (PyTorch: <c>torch.nn.ConvTranspose3d</c>).
/// </summary>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(in ConvolutionShape shape)
        : base(nameof(ConvTranspose3d), shape) { }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, long[]? output_size) =>
        torch.nn.functional.conv_transpose3d(
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
