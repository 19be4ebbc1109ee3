namespace TorchSharp.Modules;

/// <summary>A convolution of volumes [N, C, D, H, W] (PyTorch: <c>torch.nn.Conv3d</c>).</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(in ConvolutionShape shape)
        : base(nameof(Conv3d), shape) { }

    private protected override torch.Tensor Convolve(torch.Tensor input, long[] padding) =>
        torch.nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
}
