using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A transposed convolution of images [N, C, H, W], which undoes the shape of a convolution (PyTorch: <c>torch.nn.ConvTranspose2d</c>).</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">Size of the kernel.</param>
        /// <param name="stride">Stride. Default: 1.</param>
        /// <param name="padding">Shrinks the output by as much on both sides. Default: 0.</param>
        /// <param name="output_padding">Size added to one side of the output. Default: 0.</param>
        /// <param name="dilation">Distance of the kernel's elements. Default: 1.</param>
        /// <param name="padding_mode">Only zeros.</param>
        /// <param name="groups">Number of groups of channels that are convolved apart from each other. Default: 1.</param>
        /// <param name="bias">Whether there is a bias. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with parameters drawn from U(-1/√fan_in, 1/√fan_in).</returns>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) =>
            new(
                new ConvolutionShape
                {
                    InChannels = in_channels,
                    OutChannels = out_channels,
                    KernelSize = [kernel_size, kernel_size],
                    Stride = [stride, stride],
                    Padding = [padding, padding],
                    Dilation = [dilation, dilation],
                    OutputPadding = [output_padding, output_padding],
                    IsTransposed = true,
                    Groups = groups,
                    HasBias = bias,
                    PaddingMode = padding_mode,
                    Device = device,
                    Dtype = dtype,
                }
            );

        /// <summary>A transposed convolution of images [N, C, H, W], which undoes the shape of a convolution (PyTorch: <c>torch.nn.ConvTranspose2d</c>).</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">Size of the kernel.</param>
        /// <param name="stride">Stride. Default: 1.</param>
        /// <param name="padding">Shrinks the output by as much on both sides. Default: 0.</param>
        /// <param name="output_padding">Size added to one side of the output. Default: 0.</param>
        /// <param name="dilation">Distance of the kernel's elements. Default: 1.</param>
        /// <param name="padding_mode">Only zeros.</param>
        /// <param name="groups">Number of groups of channels that are convolved apart from each other. Default: 1.</param>
        /// <param name="bias">Whether there is a bias. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with parameters drawn from U(-1/√fan_in, 1/√fan_in).</returns>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels,
            long out_channels,
            (long, long) kernel_size,
            (long, long)? stride = null,
            (long, long)? padding = null,
            (long, long)? output_padding = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null
        ) =>
            new(
                new ConvolutionShape
                {
                    InChannels = in_channels,
                    OutChannels = out_channels,
                    KernelSize = [kernel_size.Item1, kernel_size.Item2],
                    Stride = ValuesOf(stride, 1),
                    Padding = ValuesOf(padding, 0),
                    Dilation = ValuesOf(dilation, 1),
                    OutputPadding = ValuesOf(output_padding, 0),
                    IsTransposed = true,
                    Groups = groups,
                    HasBias = bias,
                    PaddingMode = padding_mode,
                    Device = device,
                    Dtype = dtype,
                }
            );
    }
}
