namespace TorchSharp.Modules;

/// <summary>A convolution of images [N, C, H, W] (PyTorch: <c>torch.nn.Conv2d</c>).</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(in ConvolutionShape shape)
        : base(nameof(Conv2d), shape) { }

    private protected override torch.Tensor Convolve(torch.Tensor input, long[] padding) =>
        torch.nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
}
