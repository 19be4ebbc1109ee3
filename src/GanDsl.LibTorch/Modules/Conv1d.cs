namespace TorchSharp.Modules;

/// <summary>A convolution of signals [N, C, L] (PyTorch: <c>torch.nn.Conv1d</c>).</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(in ConvolutionShape shape)
        : base(nameof(Conv1d), shape) { }

    private protected override torch.Tensor Convolve(torch.Tensor input, long[] padding) =>
        torch.nn.functional.conv1d(input, weight, bias, stride[0], padding[0], dilation[0], groups);
}
