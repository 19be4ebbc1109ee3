namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.abs()"/>
    public static Tensor abs(Tensor input) => input.abs();

    /// <inheritdoc cref="Tensor.abs_()"/>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <inheritdoc cref="Tensor.ceil()"/>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <inheritdoc cref="Tensor.ceil_()"/>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <inheritdoc cref="Tensor.clamp(Scalar, Scalar)"/>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <inheritdoc cref="Tensor.clamp_(Scalar, Scalar)"/>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <inheritdoc cref="Tensor.clamp(Tensor, Tensor)"/>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <inheritdoc cref="Tensor.clamp_(Tensor, Tensor)"/>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    /// <inheritdoc cref="Tensor.clip(Scalar, Scalar)"/>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);

    /// <inheritdoc cref="Tensor.digamma()"/>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <inheritdoc cref="Tensor.digamma_()"/>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <inheritdoc cref="Tensor.erf()"/>
    public static Tensor erf(Tensor input) => input.erf();

    /// <inheritdoc cref="Tensor.erf_()"/>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <inheritdoc cref="Tensor.erfc()"/>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <inheritdoc cref="Tensor.erfc_()"/>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <inheritdoc cref="Tensor.erfinv()"/>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <inheritdoc cref="Tensor.erfinv_()"/>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <inheritdoc cref="Tensor.floor()"/>
    public static Tensor floor(Tensor input) => input.floor();

    /// <inheritdoc cref="Tensor.floor_()"/>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <inheritdoc cref="Tensor.frac()"/>
    public static Tensor frac(Tensor input) => input.frac();

    /// <inheritdoc cref="Tensor.frac_()"/>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <inheritdoc cref="Tensor.lerp(Tensor, Tensor)"/>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    /// <inheritdoc cref="Tensor.lgamma()"/>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <inheritdoc cref="Tensor.lgamma_()"/>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <inheritdoc cref="Tensor.nan_to_num(double, double?, double?)"/>
    public static Tensor nan_to_num(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);

    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg(Tensor input) => input.neg();

    /// <inheritdoc cref="Tensor.neg_()"/>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.reciprocal()"/>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <inheritdoc cref="Tensor.reciprocal_()"/>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <inheritdoc cref="Tensor.round(long)"/>
    public static Tensor round(Tensor input, long decimals = 0L) => input.round(decimals);

    /// <inheritdoc cref="Tensor.round_(long)"/>
    public static Tensor round_(Tensor input, long decimals = 0L) => input.round_(decimals);

    /// <inheritdoc cref="Tensor.rsqrt()"/>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <inheritdoc cref="Tensor.rsqrt_()"/>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <inheritdoc cref="Tensor.sign()"/>
    public static Tensor sign(Tensor input) => input.sign();

    /// <inheritdoc cref="Tensor.sign_()"/>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <inheritdoc cref="Tensor.sqrt()"/>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <inheritdoc cref="Tensor.sqrt_()"/>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <inheritdoc cref="Tensor.square()"/>
    public static Tensor square(Tensor input) => input.square();

    /// <inheritdoc cref="Tensor.trunc()"/>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <inheritdoc cref="Tensor.trunc_()"/>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <inheritdoc cref="Tensor.clamp_max(Scalar)"/>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <inheritdoc cref="Tensor.clamp_max_(Scalar)"/>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    /// <inheritdoc cref="Tensor.clamp_min(Scalar)"/>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <inheritdoc cref="Tensor.clamp_min_(Scalar)"/>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    /// <inheritdoc cref="Tensor.isfinite()"/>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <inheritdoc cref="Tensor.isinf()"/>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <inheritdoc cref="Tensor.isnan()"/>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <inheritdoc cref="Tensor.maximum(Tensor)"/>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <inheritdoc cref="Tensor.minimum(Tensor)"/>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);
}
