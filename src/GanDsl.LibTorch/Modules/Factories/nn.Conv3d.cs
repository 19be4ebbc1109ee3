using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A convolution of volumes [N, C, D, H, W] (PyTorch: <c>torch.nn.Conv3d</c>).</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">Size of the kernel.</param>
        /// <param name="stride">Stride. Default: 1.</param>
        /// <param name="padding">Zeros (see <paramref name="padding_mode"/>) added on both sides. Default: 0.</param>
        /// <param name="dilation">Distance of the kernel's elements. Default: 1.</param>
        /// <param name="padding_mode">How the input is continued where it is padded. Default: zeros.</param>
        /// <param name="groups">Number of groups of channels that are convolved apart from each other. Default: 1.</param>
        /// <param name="bias">Whether there is a bias. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with parameters drawn from U(-1/√fan_in, 1/√fan_in).</returns>
        public static Conv3d Conv3d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
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
                    KernelSize = [kernel_size, kernel_size, kernel_size],
                    Stride = [stride, stride, stride],
                    Padding = [padding, padding, padding],
                    Dilation = [dilation, dilation, dilation],
                    PaddingType = null,
                    OutputPadding = new long[3],
                    Groups = groups,
                    HasBias = bias,
                    PaddingMode = padding_mode,
                    Device = device,
                    Dtype = dtype,
                }
            );

        /// <summary>A convolution of volumes [N, C, D, H, W] (PyTorch: <c>torch.nn.Conv3d</c>).</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">Size of the kernel.</param>
        /// <param name="stride">Stride. Default: 1.</param>
        /// <param name="padding">Zeros (see <paramref name="padding_mode"/>) added on both sides. Default: 0.</param>
        /// <param name="dilation">Distance of the kernel's elements. Default: 1.</param>
        /// <param name="padding_mode">How the input is continued where it is padded. Default: zeros.</param>
        /// <param name="groups">Number of groups of channels that are convolved apart from each other. Default: 1.</param>
        /// <param name="bias">Whether there is a bias. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with parameters drawn from U(-1/√fan_in, 1/√fan_in).</returns>
        public static Conv3d Conv3d(
            long in_channels,
            long out_channels,
            (long, long, long) kernel_size,
            (long, long, long)? stride = null,
            (long, long, long)? padding = null,
            (long, long, long)? dilation = null,
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
                    KernelSize = [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3],
                    Stride = ValuesOf(stride, 1),
                    Padding = ValuesOf(padding, 0),
                    Dilation = ValuesOf(dilation, 1),
                    PaddingType = null,
                    OutputPadding = new long[3],
                    Groups = groups,
                    HasBias = bias,
                    PaddingMode = padding_mode,
                    Device = device,
                    Dtype = dtype,
                }
            );

        /// <summary>A convolution of volumes [N, C, D, H, W] (PyTorch: <c>torch.nn.Conv3d</c>).</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">Size of the kernel.</param>
        /// <param name="padding">None, or as much as keeps the size.</param>
        /// <param name="stride">Stride. Default: 1.</param>
        /// <param name="dilation">Distance of the kernel's elements. Default: 1.</param>
        /// <param name="padding_mode">How the input is continued where it is padded. Default: zeros.</param>
        /// <param name="groups">Number of groups of channels that are convolved apart from each other. Default: 1.</param>
        /// <param name="bias">Whether there is a bias. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with parameters drawn from U(-1/√fan_in, 1/√fan_in).</returns>
        public static Conv3d Conv3d(
            long in_channels,
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
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
                    KernelSize = [kernel_size, kernel_size, kernel_size],
                    Stride = [stride, stride, stride],
                    Padding = new long[3],
                    Dilation = [dilation, dilation, dilation],
                    PaddingType = padding,
                    OutputPadding = new long[3],
                    Groups = groups,
                    HasBias = bias,
                    PaddingMode = padding_mode,
                    Device = device,
                    Dtype = dtype,
                }
            );

        /// <summary>A convolution of volumes [N, C, D, H, W] (PyTorch: <c>torch.nn.Conv3d</c>).</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">Size of the kernel.</param>
        /// <param name="padding">None, or as much as keeps the size.</param>
        /// <param name="stride">Stride. Default: 1.</param>
        /// <param name="dilation">Distance of the kernel's elements. Default: 1.</param>
        /// <param name="padding_mode">How the input is continued where it is padded. Default: zeros.</param>
        /// <param name="groups">Number of groups of channels that are convolved apart from each other. Default: 1.</param>
        /// <param name="bias">Whether there is a bias. Default: true.</param>
        /// <param name="device">Where the parameters are created; default: the default device.</param>
        /// <param name="dtype">Element type of the parameters; default: the default type.</param>
        /// <returns>The module, with parameters drawn from U(-1/√fan_in, 1/√fan_in).</returns>
        public static Conv3d Conv3d(
            long in_channels,
            long out_channels,
            (long, long, long) kernel_size,
            Padding padding,
            (long, long, long)? stride = null,
            (long, long, long)? dilation = null,
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
                    KernelSize = [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3],
                    Stride = ValuesOf(stride, 1),
                    Padding = new long[3],
                    Dilation = ValuesOf(dilation, 1),
                    PaddingType = padding,
                    OutputPadding = new long[3],
                    Groups = groups,
                    HasBias = bias,
                    PaddingMode = padding_mode,
                    Device = device,
                    Dtype = dtype,
                }
            );
    }
}
