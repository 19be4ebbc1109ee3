using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of every window (PyTorch: <c>F.avg_pool1d</c>).</summary>
            /// <param name="input">[N, C, L]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            /// <param name="count_include_pad">Whether the continuation counts in the mean.</param>
            public static Tensor avg_pool1d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true
            ) =>
                Aten.avg_pool1d.Call(
                    input,
                    One(kernel_size, 1),
                    One(stride, kernel_size),
                    One(padding, 0),
                    ceil_mode,
                    count_include_pad
                );

            /// <summary>The greatest element of every window (PyTorch: <c>F.max_pool1d</c>).</summary>
            /// <param name="input">[N, C, L]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="dilation">How far the elements of a window are apart.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            public static Tensor max_pool1d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool1d.Call(
                    input,
                    One(kernel_size, 1),
                    One(stride, kernel_size),
                    One(padding, 0),
                    One(dilation, 1),
                    ceil_mode
                );

            /// <summary>The mean of every window (PyTorch: <c>F.avg_pool2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            /// <param name="count_include_pad">Whether the continuation counts in the mean.</param>
            /// <param name="divisor_override">What to divide by instead of the number of elements.</param>
            public static Tensor avg_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? stride = null,
                long[]? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                Aten.avg_pool2d.Call(
                    input,
                    kernel_size,
                    stride ?? kernel_size,
                    padding ?? Repeat(0, 2),
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            /// <summary>The greatest element of every window (PyTorch: <c>F.max_pool2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="strides">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="dilation">How far the elements of a window are apart.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            public static Tensor max_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool2d.Call(
                    input,
                    kernel_size,
                    strides ?? kernel_size,
                    padding ?? Repeat(0, 2),
                    dilation ?? Repeat(1, 2),
                    ceil_mode
                );

            /// <summary>The mean of every window (PyTorch: <c>F.avg_pool3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            /// <param name="count_include_pad">Whether the continuation counts in the mean.</param>
            /// <param name="divisor_override">What to divide by instead of the number of elements.</param>
            public static Tensor avg_pool3d(
                Tensor input,
                long[] kernel_size,
                long[]? stride = null,
                long[]? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                Aten.avg_pool3d.Call(
                    input,
                    kernel_size,
                    stride ?? kernel_size,
                    padding ?? Repeat(0, 3),
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            /// <summary>The greatest element of every window (PyTorch: <c>F.max_pool3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="strides">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="dilation">How far the elements of a window are apart.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            public static Tensor max_pool3d(
                Tensor input,
                long[] kernel_size,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool3d.Call(
                    input,
                    kernel_size,
                    strides ?? kernel_size,
                    padding ?? Repeat(0, 3),
                    dilation ?? Repeat(1, 3),
                    ceil_mode
                );

            /// <summary>The mean of every square window (PyTorch: <c>F.avg_pool2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            /// <param name="count_include_pad">Whether the continuation counts in the mean.</param>
            /// <param name="divisor_override">What to divide by instead of the number of elements.</param>
            public static Tensor avg_pool2d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long padding = 0,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                avg_pool2d(
                    input,
                    Repeat(kernel_size, 2),
                    Repeat(stride ?? kernel_size, 2),
                    Repeat(padding, 2),
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            /// <summary>The greatest element of every square window (PyTorch: <c>F.max_pool2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">How far it moves; its size by default.</param>
            /// <param name="padding">How far the border is continued; 0 by default.</param>
            /// <param name="dilation">How far the elements of a window are apart.</param>
            /// <param name="ceil_mode">Whether a window may reach beyond the border.</param>
            public static Tensor max_pool2d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                bool ceil_mode = false
            ) =>
                max_pool2d(
                    input,
                    Repeat(kernel_size, 2),
                    Repeat(stride ?? kernel_size, 2),
                    Repeat(padding ?? 0, 2),
                    Repeat(dilation ?? 1, 2),
                    ceil_mode
                );

            /// <summary>The means of a number of windows that cover the input (PyTorch: <c>F.adaptive_avg_pool1d</c>).</summary>
            /// <param name="input">[N, C, L]; N may be left out.</param>
            /// <param name="output_size">How many windows in each dimension.</param>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                Aten.adaptive_avg_pool1d.Call(input, One(output_size, 1));

            /// <summary>The means of a number of windows that cover the input (PyTorch: <c>F.adaptive_avg_pool2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="output_size">How many windows in each dimension.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Aten.adaptive_avg_pool2d.Call(input, output_size);

            /// <summary>The means of a number of windows that cover the input (PyTorch: <c>F.adaptive_avg_pool2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="output_size">How many windows in each dimension.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, Repeat(output_size, 2));

            /// <summary>The means of a number of windows that cover the input (PyTorch: <c>F.adaptive_avg_pool3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="output_size">How many windows in each dimension.</param>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                Aten.adaptive_avg_pool3d.Call(input, output_size);

            /// <summary>The means of a number of windows that cover the input (PyTorch: <c>F.adaptive_avg_pool3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="output_size">How many windows in each dimension.</param>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                adaptive_avg_pool3d(input, Repeat(output_size, 3));
        }
    }
}
