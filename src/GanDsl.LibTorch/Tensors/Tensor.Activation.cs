using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>1 / (1 + exp(-x)) of each element.</summary>
        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        /// <summary>As <see cref="sigmoid()"/>, in place.</summary>
        public Tensor sigmoid_() => Aten.sigmoid_.Mutate(this);

        /// <summary>Each element, no less than 0.</summary>
        public Tensor relu() => Aten.relu.Call(this);

        /// <summary>As <see cref="relu()"/>, in place.</summary>
        public Tensor relu_() => Aten.relu_.Mutate(this);

        /// <summary>Each element, no less than 0 and no more than 6.</summary>
        public Tensor relu6() => Aten.relu6.Call(this);

        /// <summary>As <see cref="relu6()"/>, in place.</summary>
        public Tensor relu6_() => Aten.relu6_.Mutate(this);

        /// <summary>The scaled exponential linear unit of each element.</summary>
        public Tensor selu() => Aten.selu.Call(this);

        /// <summary>As <see cref="selu()"/>, in place.</summary>
        public Tensor selu_() => Aten.selu_.Mutate(this);

        /// <summary>x · sigmoid(x) of each element.</summary>
        public Tensor silu() => Aten.silu.Call(this);

        /// <summary>As <see cref="silu()"/>, in place.</summary>
        public Tensor silu_() => Aten.silu_.Mutate(this);

        /// <summary>A piecewise linear sigmoid of each element.</summary>
        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);

        /// <summary>As <see cref="hardsigmoid()"/>, in place.</summary>
        public Tensor hardsigmoid_() => Aten.hardsigmoid_.Mutate(this);

        /// <summary>x · hardsigmoid(x) of each element.</summary>
        public Tensor hardswish() => Aten.hardswish.Call(this);

        /// <summary>As <see cref="hardswish()"/>, in place.</summary>
        public Tensor hardswish_() => Aten.hardswish_.Mutate(this);

        /// <summary>x · Φ(x) of each element, Φ the normal distribution function.</summary>
        public Tensor gelu() => Aten.gelu.Call(this);

        /// <summary>The logarithm of the sigmoid of each element, exact for large magnitudes.</summary>
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary>Each element, times a slope where it is negative.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);

        /// <summary>As <see cref="leaky_relu"/>, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.Mutate(this, negative_slope);

        /// <summary>Each element, alpha · (exp(x) - 1) where it is negative.</summary>
        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);

        /// <summary>As <see cref="elu(double)"/>, in place.</summary>
        public Tensor elu_(double alpha = 1) => Aten.elu_.Mutate(this, alpha);

        /// <summary>log(1 + exp(beta · x)) / beta of each element; x itself where beta · x is above the threshold.</summary>
        /// <param name="beta">How sharp the bend is.</param>
        /// <param name="threshold">Where the function is taken as linear.</param>
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);

        /// <summary>The exponentials along a dimension, divided by their sum.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax.Call(this, dim, dtype);

        /// <summary>The logarithm of the softmax along a dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax.Call(this, dim, dtype);

        /// <summary>Each element, no less than min and no more than max.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);

        /// <summary>As <see cref="hardtanh"/>, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.hardtanh_.Mutate(this, min, max);

        /// <summary>Each element, times a learned slope where it is negative.</summary>
        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);

        /// <summary>Each element, alpha · (exp(x / alpha) - 1) where it is negative.</summary>
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);

        /// <summary>One half along a dimension times the sigmoid of the other.</summary>
        public Tensor glu(long dim = -1) => Aten.glu.Call(this, dim);
    }
}
