using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Aten.exp.Call(this);

        /// <summary>As <see cref="exp()"/>, in place.</summary>
        public Tensor exp_() => Aten.exp_.Mutate(this);

        /// <summary>2 to the power of each element.</summary>
        public Tensor exp2() => Aten.exp2.Call(this);

        /// <summary>e to the power of each element, minus 1, exact near 0.</summary>
        public Tensor expm1() => Aten.expm1.Call(this);

        /// <summary>As <see cref="expm1()"/>, in place.</summary>
        public Tensor expm1_() => Aten.expm1_.Mutate(this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Aten.log.Call(this);

        /// <summary>As <see cref="log()"/>, in place.</summary>
        public Tensor log_() => Aten.log_.Mutate(this);

        /// <summary>The natural logarithm of 1 plus each element, exact near 0.</summary>
        public Tensor log1p() => Aten.log1p.Call(this);

        /// <summary>As <see cref="log1p()"/>, in place.</summary>
        public Tensor log1p_() => Aten.log1p_.Mutate(this);

        /// <summary>The logarithm of each element to the base 2.</summary>
        public Tensor log2() => Aten.log2.Call(this);

        /// <summary>As <see cref="log2()"/>, in place.</summary>
        public Tensor log2_() => Aten.log2_.Mutate(this);

        /// <summary>The logarithm of each element to the base 10.</summary>
        public Tensor log10() => Aten.log10.Call(this);

        /// <summary>As <see cref="log10()"/>, in place.</summary>
        public Tensor log10_() => Aten.log10_.Mutate(this);

        /// <summary>Each element to the power of an exponent of its own.</summary>
        public Tensor pow(Tensor exponent) => Aten.pow_tt.Call(this, exponent);

        /// <summary>Each element to the power of one exponent.</summary>
        public Tensor pow(Scalar exponent) => Aten.pow_ts.Call(this, exponent);

        /// <summary>As <see cref="pow(Tensor)"/>, in place.</summary>
        public Tensor pow_(Tensor exponent) => Aten.pow_t_.Mutate(this, exponent);

        /// <summary>As <see cref="pow(Scalar)"/>, in place.</summary>
        public Tensor pow_(Scalar exponent) => Aten.pow_s_.Mutate(this, exponent);

        /// <summary>The logarithm of the sum of the exponentials of two elements.</summary>
        public Tensor logaddexp(Tensor other) => Aten.logaddexp.Call(this, other);

        /// <summary>The logarithm of the sum of the exponentials along a dimension.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.logsumexp.Call(this, new[] { dim }, keepdim);

        /// <summary>Each element times the logarithm of another, 0 where it is 0.</summary>
        public Tensor xlogy(Tensor y) => Aten.xlogy.Call(this, y);

        /// <summary>The logit of each element: log(x / (1 - x)).</summary>
        /// <param name="eps">Elements are first clamped to [eps, 1 - eps]; not at all by default.</param>
        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);
    }
}
