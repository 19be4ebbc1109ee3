namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.acos()"/>
    public static Tensor acos(Tensor input) => input.acos();

    /// <inheritdoc cref="Tensor.acos_()"/>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <inheritdoc cref="Tensor.acosh()"/>
    public static Tensor acosh(Tensor input) => input.acosh();

    /// <inheritdoc cref="Tensor.acosh_()"/>
    public static Tensor acosh_(Tensor input) => input.acosh_();

    /// <inheritdoc cref="Tensor.asin()"/>
    public static Tensor asin(Tensor input) => input.asin();

    /// <inheritdoc cref="Tensor.asin_()"/>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <inheritdoc cref="Tensor.asinh()"/>
    public static Tensor asinh(Tensor input) => input.asinh();

    /// <inheritdoc cref="Tensor.asinh_()"/>
    public static Tensor asinh_(Tensor input) => input.asinh_();

    /// <inheritdoc cref="Tensor.atan()"/>
    public static Tensor atan(Tensor input) => input.atan();

    /// <inheritdoc cref="Tensor.atan_()"/>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <inheritdoc cref="Tensor.atanh()"/>
    public static Tensor atanh(Tensor input) => input.atanh();

    /// <inheritdoc cref="Tensor.atanh_()"/>
    public static Tensor atanh_(Tensor input) => input.atanh_();

    /// <inheritdoc cref="Tensor.atan2(Tensor)"/>
    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    /// <inheritdoc cref="Tensor.atan2_(Tensor)"/>
    public static Tensor atan2_(Tensor input, Tensor other) => input.atan2_(other);

    /// <inheritdoc cref="Tensor.cos()"/>
    public static Tensor cos(Tensor input) => input.cos();

    /// <inheritdoc cref="Tensor.cos_()"/>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <inheritdoc cref="Tensor.cosh()"/>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <inheritdoc cref="Tensor.cosh_()"/>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <inheritdoc cref="Tensor.sin()"/>
    public static Tensor sin(Tensor input) => input.sin();

    /// <inheritdoc cref="Tensor.sin_()"/>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <inheritdoc cref="Tensor.sinc()"/>
    public static Tensor sinc(Tensor input) => input.sinc();

    /// <inheritdoc cref="Tensor.sinc_()"/>
    public static Tensor sinc_(Tensor input) => input.sinc_();

    /// <inheritdoc cref="Tensor.sinh()"/>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <inheritdoc cref="Tensor.sinh_()"/>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <inheritdoc cref="Tensor.tan()"/>
    public static Tensor tan(Tensor input) => input.tan();

    /// <inheritdoc cref="Tensor.tan_()"/>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <inheritdoc cref="Tensor.tanh()"/>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <inheritdoc cref="Tensor.tanh_()"/>
    public static Tensor tanh_(Tensor input) => input.tanh_();
}
