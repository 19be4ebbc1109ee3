using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A convolution in 1 dimension (PyTorch: <c>F.conv1d</c>).</summary>
            /// <param name="input">[N, C, L]; N may be left out.</param>
            /// <param name="weight">[C out, C in / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="stride">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros added on both sides; 0 by default.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                long groups = 1
            ) =>
                NativeConvolution.Call(
                    input,
                    weight,
                    bias,
                    One(stride, 1),
                    One(padding, 0),
                    One(dilation, 1),
                    groups,
                    1
                );

            /// <summary>A convolution in 1 dimension, padded by name (PyTorch: <c>F.conv1d</c>).</summary>
            /// <param name="input">[N, C, L]; N may be left out.</param>
            /// <param name="weight">[C out, C in / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="stride">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Valid for none, Same for as much as keeps the size.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv1d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                Padding padding = Padding.Valid,
                long? dilation = null,
                long groups = 1
            ) =>
                Aten.conv1d_padding.Call(
                    input,
                    weight,
                    bias,
                    One(stride, 1),
                    padding == Padding.Same ? "same" : "valid",
                    One(dilation, 1),
                    groups
                );

            /// <summary>A transposed convolution in 1 dimension (PyTorch: <c>F.conv_transpose1d</c>).</summary>
            /// <param name="input">[N, C, L]; N may be left out.</param>
            /// <param name="weight">[C in, C out / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="stride">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros added on both sides; 0 by default.</param>
            /// <param name="output_padding">Size added to one side of the output; 0 by default.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv_transpose1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? output_padding = null,
                long? dilation = null,
                long groups = 1
            ) =>
                NativeConvolution.CallTransposed(
                    input,
                    weight,
                    bias,
                    One(stride, 1),
                    One(padding, 0),
                    One(output_padding, 0),
                    One(dilation, 1),
                    groups,
                    1
                );

            /// <summary>A convolution in 2 dimensions (PyTorch: <c>F.conv2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="weight">[C out, C in / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros added on both sides; 0 by default.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1
            ) =>
                NativeConvolution.Call(
                    input,
                    weight,
                    bias,
                    strides ?? Repeat(1, 2),
                    padding ?? Repeat(0, 2),
                    dilation ?? Repeat(1, 2),
                    groups,
                    2
                );

            /// <summary>A convolution in 2 dimensions, padded by name (PyTorch: <c>F.conv2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="weight">[C out, C in / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Valid for none, Same for as much as keeps the size.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv2d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                Padding padding = Padding.Valid,
                long[]? dilation = null,
                long groups = 1
            ) =>
                Aten.conv2d_padding.Call(
                    input,
                    weight,
                    bias,
                    strides ?? Repeat(1, 2),
                    padding == Padding.Same ? "same" : "valid",
                    dilation ?? Repeat(1, 2),
                    groups
                );

            /// <summary>A transposed convolution in 2 dimensions (PyTorch: <c>F.conv_transpose2d</c>).</summary>
            /// <param name="input">[N, C, H, W]; N may be left out.</param>
            /// <param name="weight">[C in, C out / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros added on both sides; 0 by default.</param>
            /// <param name="output_padding">Size added to one side of the output; 0 by default.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv_transpose2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1
            ) =>
                NativeConvolution.CallTransposed(
                    input,
                    weight,
                    bias,
                    strides ?? Repeat(1, 2),
                    padding ?? Repeat(0, 2),
                    output_padding ?? Repeat(0, 2),
                    dilation ?? Repeat(1, 2),
                    groups,
                    2
                );

            /// <summary>A convolution in 3 dimensions (PyTorch: <c>F.conv3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="weight">[C out, C in / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros added on both sides; 0 by default.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv3d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1
            ) =>
                NativeConvolution.Call(
                    input,
                    weight,
                    bias,
                    strides ?? Repeat(1, 3),
                    padding ?? Repeat(0, 3),
                    dilation ?? Repeat(1, 3),
                    groups,
                    3
                );

            /// <summary>A convolution in 3 dimensions, padded by name (PyTorch: <c>F.conv3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="weight">[C out, C in / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Valid for none, Same for as much as keeps the size.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv3d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                Padding padding = Padding.Valid,
                long[]? dilation = null,
                long groups = 1
            ) =>
                Aten.conv3d_padding.Call(
                    input,
                    weight,
                    bias,
                    strides ?? Repeat(1, 3),
                    padding == Padding.Same ? "same" : "valid",
                    dilation ?? Repeat(1, 3),
                    groups
                );

            /// <summary>A transposed convolution in 3 dimensions (PyTorch: <c>F.conv_transpose3d</c>).</summary>
            /// <param name="input">[N, C, D, H, W]; N may be left out.</param>
            /// <param name="weight">[C in, C out / groups, kernel…].</param>
            /// <param name="bias">[C out], or null.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros added on both sides; 0 by default.</param>
            /// <param name="output_padding">Size added to one side of the output; 0 by default.</param>
            /// <param name="dilation">How far kernel elements are apart; 1 by default.</param>
            /// <param name="groups">How many groups of channels are kept apart.</param>
            public static Tensor conv_transpose3d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1
            ) =>
                NativeConvolution.CallTransposed(
                    input,
                    weight,
                    bias,
                    strides ?? Repeat(1, 3),
                    padding ?? Repeat(0, 3),
                    output_padding ?? Repeat(0, 3),
                    dilation ?? Repeat(1, 3),
                    groups,
                    3
                );
        }
    }
}
