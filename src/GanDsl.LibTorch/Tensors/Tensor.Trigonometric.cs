using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sine of each element.</summary>
        public Tensor sin() => Aten.sin.Call(this);

        /// <summary>As <see cref="sin()"/>, in place.</summary>
        public Tensor sin_() => Aten.sin_.Mutate(this);

        /// <summary>The cosine of each element.</summary>
        public Tensor cos() => Aten.cos.Call(this);

        /// <summary>As <see cref="cos()"/>, in place.</summary>
        public Tensor cos_() => Aten.cos_.Mutate(this);

        /// <summary>The tangent of each element.</summary>
        public Tensor tan() => Aten.tan.Call(this);

        /// <summary>As <see cref="tan()"/>, in place.</summary>
        public Tensor tan_() => Aten.tan_.Mutate(this);

        /// <summary>The inverse sine of each element.</summary>
        public Tensor asin() => Aten.asin.Call(this);

        /// <summary>As <see cref="asin()"/>, in place.</summary>
        public Tensor asin_() => Aten.asin_.Mutate(this);

        /// <summary>The inverse cosine of each element.</summary>
        public Tensor acos() => Aten.acos.Call(this);

        /// <summary>As <see cref="acos()"/>, in place.</summary>
        public Tensor acos_() => Aten.acos_.Mutate(this);

        /// <summary>The inverse tangent of each element.</summary>
        public Tensor atan() => Aten.atan.Call(this);

        /// <summary>As <see cref="atan()"/>, in place.</summary>
        public Tensor atan_() => Aten.atan_.Mutate(this);

        /// <summary>The hyperbolic sine of each element.</summary>
        public Tensor sinh() => Aten.sinh.Call(this);

        /// <summary>As <see cref="sinh()"/>, in place.</summary>
        public Tensor sinh_() => Aten.sinh_.Mutate(this);

        /// <summary>The hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Aten.cosh.Call(this);

        /// <summary>As <see cref="cosh()"/>, in place.</summary>
        public Tensor cosh_() => Aten.cosh_.Mutate(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Aten.tanh.Call(this);

        /// <summary>As <see cref="tanh()"/>, in place.</summary>
        public Tensor tanh_() => Aten.tanh_.Mutate(this);

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor asinh() => Aten.asinh.Call(this);

        /// <summary>As <see cref="asinh()"/>, in place.</summary>
        public Tensor asinh_() => Aten.asinh_.Mutate(this);

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor acosh() => Aten.acosh.Call(this);

        /// <summary>As <see cref="acosh()"/>, in place.</summary>
        public Tensor acosh_() => Aten.acosh_.Mutate(this);

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor atanh() => Aten.atanh.Call(this);

        /// <summary>As <see cref="atanh()"/>, in place.</summary>
        public Tensor atanh_() => Aten.atanh_.Mutate(this);

        /// <summary>The normalised sinc function of each element: sin(πx) / (πx).</summary>
        public Tensor sinc() => Aten.sinc.Call(this);

        /// <summary>As <see cref="sinc()"/>, in place.</summary>
        public Tensor sinc_() => Aten.sinc_.Mutate(this);

        /// <summary>The angle of the point (other, this) with the x axis.</summary>
        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);

        /// <summary>As <see cref="atan2"/>, in place.</summary>
        public Tensor atan2_(Tensor other) => Aten.atan2_.Mutate(this, other);
    }
}
