using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>input · weightsᵀ + bias along the last dimension (PyTorch: <c>F.linear</c>).</summary>
            /// <param name="input">[…, features in].</param>
            /// <param name="weights">[features out, features in].</param>
            /// <param name="bias">[features out], or null.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                NativeLinear.Call(input, weights, bias);

            /// <summary>Zeroes elements with probability p and scales the others by 1 / (1 - p), while training (PyTorch: <c>F.dropout</c>).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Aten.dropout_.Mutate(input, p, training).alias() : Aten.dropout.Call(input, p, training);

            /// <summary>Dropout that keeps mean and variance of selu activations, while training (PyTorch: <c>F.alpha_dropout</c>).</summary>
            public static Tensor alpha_dropout(
                Tensor input,
                double p = 0.5,
                bool training = false,
                bool inplace = false
            ) =>
                inplace
                    ? Aten.alpha_dropout_.Mutate(input, p, training).alias()
                    : Aten.alpha_dropout.Call(input, p, training);

            /// <summary>Alpha dropout of whole channels, while training (PyTorch: <c>F.feature_alpha_dropout</c>).</summary>
            public static Tensor feature_alpha_dropout(
                Tensor input,
                double p = 0.5,
                bool training = false,
                bool inplace = false
            ) =>
                inplace
                    ? Aten.feature_alpha_dropout_.Mutate(input, p, training).alias()
                    : Aten.feature_alpha_dropout.Call(input, p, training);

            /// <summary>Zeroes whole channels of [N, C, L] with probability p and scales the others by 1 / (1 - p), while training (PyTorch: <c>F.dropout1d</c>).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, 1, p, training, inplace);

            /// <summary>Zeroes whole channels of [N, C, H, W] with probability p and scales the others by 1 / (1 - p), while training (PyTorch: <c>F.dropout2d</c>).</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, 2, p, training, inplace);

            /// <summary>Zeroes whole channels of [N, C, D, H, W] with probability p and scales the others by 1 / (1 - p), while training (PyTorch: <c>F.dropout3d</c>).</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, 3, p, training, inplace);

            /// <summary>Normalises each channel over all examples and positions (PyTorch: <c>F.batch_norm</c>).</summary>
            /// <param name="input">[N, C, …].</param>
            /// <param name="running_mean">[C], updated while training; or null.</param>
            /// <param name="running_var">[C], updated while training; or null.</param>
            /// <param name="weight">[C], or null.</param>
            /// <param name="bias">[C], or null.</param>
            /// <param name="training">Whether to use the statistics of this batch.</param>
            /// <param name="momentum">The weight of this batch in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input,
                Tensor? running_mean,
                Tensor? running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-5
            ) => NativeBatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps);

            /// <summary>Normalises each channel of each example over its positions (PyTorch: <c>F.instance_norm</c>).</summary>
            public static Tensor instance_norm(
                Tensor input,
                Tensor? running_mean = null,
                Tensor? running_var = null,
                Tensor? weight = null,
                Tensor? bias = null,
                bool use_input_stats = true,
                double momentum = 0.1,
                double eps = 1e-5
            ) =>
                Aten.instance_norm.Call(
                    input,
                    weight,
                    bias,
                    running_mean,
                    running_var,
                    use_input_stats,
                    momentum,
                    eps,
                    true
                );

            /// <summary>Normalises groups of channels of each example over their positions (PyTorch: <c>F.group_norm</c>).</summary>
            public static Tensor group_norm(
                Tensor input,
                long num_groups,
                Tensor? weight = null,
                Tensor? bias = null,
                double eps = 1e-5
            ) => Aten.group_norm.Call(input, num_groups, weight, bias, eps, true);

            /// <summary>Normalises over the last dimensions, whose shape is given (PyTorch: <c>F.layer_norm</c>).</summary>
            public static Tensor layer_norm(
                Tensor input,
                long[] normalized_shape,
                Tensor? weight = null,
                Tensor? bias = null,
                double eps = 1e-5
            ) => Aten.layer_norm.Call(input, normalized_shape, weight, bias, eps, true);

            /// <summary>Divides by the p-norm along a dimension, or by eps where it is less (PyTorch: <c>F.normalize</c>).</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var norm = Aten.norm_dim.Call(input, p, new[] { dim }, true);
                using var divisor = norm.clamp_min(eps);
                return input.div(divisor);
            }

            /// <summary>[N, C · r², H, W] to [N, C, H · r, W · r] (PyTorch: <c>F.pixel_shuffle</c>).</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) =>
                Aten.pixel_shuffle.Call(input, upscale_factor);

            /// <summary>[N, C, H · r, W · r] to [N, C · r², H, W] (PyTorch: <c>F.pixel_unshuffle</c>).</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Aten.pixel_unshuffle.Call(input, downscale_factor);

            /// <summary>Each integer as a row with a 1 at its place; -1 makes as many places as needed (PyTorch: <c>F.one_hot</c>).</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x, num_classes);

            /// <summary>The cosine of the angle between vectors along a dimension (PyTorch: <c>F.cosine_similarity</c>).</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Aten.cosine_similarity.Call(x1, x2, dim, eps);
        }
    }
}
