using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Aten.abs.Call(this);

        /// <summary>As <see cref="abs()"/>, in place.</summary>
        public Tensor abs_() => Aten.abs_.Mutate(this);

        /// <summary>Each element with the other sign.</summary>
        public Tensor neg() => Aten.neg.Call(this);

        /// <summary>As <see cref="neg()"/>, in place.</summary>
        public Tensor neg_() => Aten.neg_.Mutate(this);

        /// <summary>Each element with the sign of <paramref name="other"/>'s; both zeros have one.</summary>
        public Tensor copysign(Tensor other) => Aten.copysign.Call(this, other);

        /// <summary>-1, 0 or 1 by the sign of each element.</summary>
        public Tensor sign() => Aten.sign.Call(this);

        /// <summary>As <see cref="sign()"/>, in place.</summary>
        public Tensor sign_() => Aten.sign_.Mutate(this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Aten.sqrt.Call(this);

        /// <summary>As <see cref="sqrt()"/>, in place.</summary>
        public Tensor sqrt_() => Aten.sqrt_.Mutate(this);

        /// <summary>One over the square root of each element.</summary>
        public Tensor rsqrt() => Aten.rsqrt.Call(this);

        /// <summary>As <see cref="rsqrt()"/>, in place.</summary>
        public Tensor rsqrt_() => Aten.rsqrt_.Mutate(this);

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() => Aten.reciprocal.Call(this);

        /// <summary>As <see cref="reciprocal()"/>, in place.</summary>
        public Tensor reciprocal_() => Aten.reciprocal_.Mutate(this);

        /// <summary>Each element rounded down.</summary>
        public Tensor floor() => Aten.floor.Call(this);

        /// <summary>As <see cref="floor()"/>, in place.</summary>
        public Tensor floor_() => Aten.floor_.Mutate(this);

        /// <summary>Each element rounded up.</summary>
        public Tensor ceil() => Aten.ceil.Call(this);

        /// <summary>As <see cref="ceil()"/>, in place.</summary>
        public Tensor ceil_() => Aten.ceil_.Mutate(this);

        /// <summary>Each element rounded towards zero.</summary>
        public Tensor trunc() => Aten.trunc.Call(this);

        /// <summary>As <see cref="trunc()"/>, in place.</summary>
        public Tensor trunc_() => Aten.trunc_.Mutate(this);

        /// <summary>What <see cref="trunc()"/> cuts off each element.</summary>
        public Tensor frac() => Aten.frac.Call(this);

        /// <summary>As <see cref="frac()"/>, in place.</summary>
        public Tensor frac_() => Aten.frac_.Mutate(this);

        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Aten.erf.Call(this);

        /// <summary>As <see cref="erf()"/>, in place.</summary>
        public Tensor erf_() => Aten.erf_.Mutate(this);

        /// <summary>One minus the error function of each element.</summary>
        public Tensor erfc() => Aten.erfc.Call(this);

        /// <summary>As <see cref="erfc()"/>, in place.</summary>
        public Tensor erfc_() => Aten.erfc_.Mutate(this);

        /// <summary>The inverse of the error function of each element.</summary>
        public Tensor erfinv() => Aten.erfinv.Call(this);

        /// <summary>As <see cref="erfinv()"/>, in place.</summary>
        public Tensor erfinv_() => Aten.erfinv_.Mutate(this);

        /// <summary>The logarithm of the absolute value of the gamma function of each element.</summary>
        public Tensor lgamma() => Aten.lgamma.Call(this);

        /// <summary>As <see cref="lgamma()"/>, in place.</summary>
        public Tensor lgamma_() => Aten.lgamma_.Mutate(this);

        /// <summary>The derivative of the logarithm of the gamma function of each element.</summary>
        public Tensor digamma() => Aten.digamma.Call(this);

        /// <summary>As <see cref="digamma()"/>, in place.</summary>
        public Tensor digamma_() => Aten.digamma_.Mutate(this);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Aten.square.Call(this);

        /// <summary>Each element rounded; a half goes to the even side.</summary>
        /// <param name="decimals">How many decimal places to keep.</param>
        public Tensor round(long decimals = 0L) => Aten.round_decimals.Call(this, decimals);

        /// <summary>As <see cref="round(long)"/>, in place.</summary>
        public Tensor round_(long decimals = 0L) => Aten.round_decimals_.Mutate(this, decimals);

        /// <summary>Whether each element is not a number.</summary>
        public Tensor isnan() => Aten.isnan.Call(this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => Aten.isinf.Call(this);

        /// <summary>Whether each element is finite.</summary>
        public Tensor isfinite() => Aten.isfinite.Call(this);

        /// <summary>The tensor with not-a-number and infinities replaced.</summary>
        /// <param name="nan">In place of not-a-number.</param>
        /// <param name="posinf">In place of infinity; the greatest finite number by default.</param>
        /// <param name="neginf">In place of minus infinity; the least finite number by default.</param>
        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num.Call(this, nan, posinf, neginf);

        /// <summary>This tensor plus weight times its difference to another.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.lerp.Call(this, end, weight);

        /// <summary>As <see cref="lerp"/>, in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.lerp_.Mutate(this, end, weight);

        /// <summary>Each element, no less than min and no more than max; null is no limit.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        /// <summary>Each element, no less than min and no more than max; null is no limit.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);

        /// <summary>As <see cref="clamp(Scalar, Scalar)"/>, in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.Mutate(this, min, max);

        /// <summary>As <see cref="clamp(Scalar, Scalar)"/>, in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor_.Mutate(this, min, max);

        /// <summary>As <see cref="clamp(Scalar, Scalar)"/>.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Each element, no more than max.</summary>
        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);

        /// <summary>Each element, no more than max, in place.</summary>
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.Mutate(this, max);

        /// <summary>Each element, no less than min.</summary>
        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);

        /// <summary>Each element, no less than min, in place.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.Mutate(this, min);

        /// <summary>The greater of two elements; not-a-number wins.</summary>
        public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);

        /// <summary>The lesser of two elements; not-a-number wins.</summary>
        public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);
    }
}
