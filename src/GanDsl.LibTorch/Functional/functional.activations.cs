using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each element, no less than 0 (PyTorch: <c>F.relu</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            /// <summary>Each element, no less than 0 and no more than 6 (PyTorch: <c>F.relu6</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_().alias() : x.relu6();

            /// <summary>The scaled exponential linear unit of each element (PyTorch: <c>F.selu</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_().alias() : x.selu();

            /// <summary>x · sigmoid(x) of each element (PyTorch: <c>F.silu</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();

            /// <summary>A piecewise linear sigmoid of each element (PyTorch: <c>F.hardsigmoid</c>).</summary>
            /// <param name="input">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? input.hardsigmoid_().alias() : input.hardsigmoid();

            /// <summary>x · hardsigmoid(x) of each element (PyTorch: <c>F.hardswish</c>).</summary>
            /// <param name="input">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? input.hardswish_().alias() : input.hardswish();

            /// <summary>The hyperbolic tangent of each element (PyTorch: <c>F.tanh</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            /// <summary>1 / (1 + exp(-x)) of each element (PyTorch: <c>F.sigmoid</c>).</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + exp(-x)) of each element (PyTorch: <c>F.sigmoid</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            /// <summary>Each element, times a slope where it is negative (PyTorch: <c>F.leaky_relu</c>).</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope).alias() : input.leaky_relu(negative_slope);

            /// <summary>Each element, alpha · (exp(x) - 1) where it is negative (PyTorch: <c>F.elu</c>).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? x.elu_(alpha).alias() : x.elu(alpha);

            /// <summary>Each element, alpha · (exp(x / alpha) - 1) where it is negative (PyTorch: <c>F.celu</c>).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.celu_.Mutate(x, alpha).alias() : x.celu(alpha);

            /// <summary>x · Φ(x) of each element, Φ the normal distribution function (PyTorch: <c>F.gelu</c>).</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>x · Φ(x) of each element, Φ the normal distribution function (PyTorch: <c>F.gelu</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Aten.gelu_.Mutate(x).alias() : x.gelu();

            /// <summary>One half along a dimension times the sigmoid of the other (PyTorch: <c>F.glu</c>).</summary>
            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);

            /// <summary>x · tanh(softplus(x)) of each element (PyTorch: <c>F.mish</c>).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Aten.mish_.Mutate(x).alias() : Aten.mish.Call(x);

            /// <summary>Each element, no less than min_val and no more than max_val (PyTorch: <c>F.hardtanh</c>).</summary>
            public static Tensor hardtanh(
                Tensor x,
                double min_val = -1.0,
                double max_val = 1.0,
                bool inplace = false
            ) => inplace ? x.hardtanh_(min_val, max_val).alias() : x.hardtanh(min_val, max_val);

            /// <summary>Each element, times a learned slope where it is negative (PyTorch: <c>F.prelu</c>).</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);

            /// <summary>log(1 + exp(beta · x)) / beta of each element; x itself where beta · x is above the threshold (PyTorch: <c>F.softplus</c>).</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                x.softplus(beta, threshold);

            /// <summary>The logarithm of the sigmoid of each element, exact for large magnitudes (PyTorch: <c>F.logsigmoid</c>).</summary>
            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            /// <summary>The exponentials along a dimension, divided by their sum (PyTorch: <c>F.softmax</c>).</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>The logarithm of the softmax along a dimension (PyTorch: <c>F.log_softmax</c>).</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>Each element moved towards 0 by lambda, 0 within it (PyTorch: <c>F.softshrink</c>).</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.softshrink.Call(x, lambda);

            /// <summary>Each element, 0 within lambda of 0 (PyTorch: <c>F.hardshrink</c>).</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.hardshrink.Call(x, lambda);

            /// <summary>x / (1 + |x|) of each element (PyTorch: <c>F.softsign</c>).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = x.abs();
                using var divisor = magnitude.add(1);
                return inplace ? x.div_(divisor).alias() : x.div(divisor);
            }

            /// <summary>x - tanh(x) of each element (PyTorch: <c>F.tanhshrink</c>).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tanh = x.tanh();
                return inplace ? x.sub_(tanh).alias() : x.sub(tanh);
            }

            /// <summary>Each element above a threshold, a value in place of the others (PyTorch: <c>F.threshold</c>).</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace
                    ? Aten.threshold_.Mutate(x, threshold, value).alias()
                    : Aten.threshold.Call(x, threshold, value);
        }
    }
}
