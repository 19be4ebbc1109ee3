using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of two elements.</summary>
        public Tensor add(Tensor target) => Aten.add.Call(this, target);

        /// <summary>Each element plus alpha times another.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.add.Call(this, target, alpha);

        /// <summary>Each element plus a number.</summary>
        public Tensor add(Scalar scalar) => Aten.add_s.Call(this, scalar);

        /// <summary>Each element plus alpha times a number.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.add_s.Call(this, scalar, alpha);

        /// <summary>As <see cref="add(Tensor)"/>, in place.</summary>
        public Tensor add_(Tensor target) => Aten.add_.Mutate(this, target);

        /// <summary>As <see cref="add(Tensor, Scalar)"/>, in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.add_.Mutate(this, target, alpha);

        /// <summary>As <see cref="add(Scalar)"/>, in place.</summary>
        public Tensor add_(Scalar scalar) => Aten.add_s_.Mutate(this, scalar);

        /// <summary>As <see cref="add(Scalar, Scalar)"/>, in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.add_s_.Mutate(this, scalar, alpha);

        /// <summary>The difference of two elements.</summary>
        public Tensor sub(Tensor target) => Aten.sub.Call(this, target);

        /// <summary>Each element minus a number.</summary>
        public Tensor sub(Scalar target) => Aten.sub_s.Call(this, target);

        /// <summary>As <see cref="sub(Tensor)"/>, in place.</summary>
        public Tensor sub_(Tensor target) => Aten.sub_.Mutate(this, target);

        /// <summary>As <see cref="sub(Scalar)"/>, in place.</summary>
        public Tensor sub_(Scalar target) => Aten.sub_s_.Mutate(this, target);

        /// <summary>As <see cref="sub(Tensor)"/>.</summary>
        public Tensor subtract(Tensor target) => sub(target);

        /// <summary>As <see cref="sub(Scalar)"/>.</summary>
        public Tensor subtract(Scalar target) => sub(target);

        /// <summary>The product of two elements.</summary>
        public Tensor mul(Tensor target) => Aten.mul.Call(this, target);

        /// <summary>Each element times a number.</summary>
        public Tensor mul(Scalar target) => Aten.mul_s.Call(this, target);

        /// <summary>As <see cref="mul(Tensor)"/>, in place.</summary>
        public Tensor mul_(Tensor target) => Aten.mul_.Mutate(this, target);

        /// <summary>As <see cref="mul(Scalar)"/>, in place.</summary>
        public Tensor mul_(Scalar target) => Aten.mul_s_.Mutate(this, target);

        /// <summary>As <see cref="mul(Tensor)"/>.</summary>
        public Tensor multiply(Tensor target) => mul(target);

        /// <summary>As <see cref="mul(Scalar)"/>.</summary>
        public Tensor multiply(Scalar target) => mul(target);

        /// <summary>Each element divided by another.</summary>
        /// <param name="target">What to divide by.</param>
        /// <param name="rounding_mode">How to round the quotient; not at all by default.</param>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div.Call(this, target, Rounding(rounding_mode));

        /// <summary>As <see cref="div(Tensor, RoundingMode)"/>.</summary>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            div(target, rounding_mode);

        /// <summary>Each element divided by a number.</summary>
        /// <param name="target">What to divide by.</param>
        /// <param name="rounding_mode">How to round the quotient; not at all by default.</param>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div_s.Call(this, target, Rounding(rounding_mode));

        /// <summary>As <see cref="div(Scalar, RoundingMode)"/>.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            div(target, rounding_mode);

        /// <summary>Each element divided by another, in place.</summary>
        /// <param name="target">What to divide by.</param>
        /// <param name="rounding_mode">How to round the quotient; not at all by default.</param>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div_.Mutate(this, target, Rounding(rounding_mode));

        /// <summary>As <see cref="div_(Tensor, RoundingMode)"/>.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            div_(target, rounding_mode);

        /// <summary>Each element divided by a number, in place.</summary>
        /// <param name="target">What to divide by.</param>
        /// <param name="rounding_mode">How to round the quotient; not at all by default.</param>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div_s_.Mutate(this, target, Rounding(rounding_mode));

        /// <summary>As <see cref="div_(Scalar, RoundingMode)"/>.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            div_(target, rounding_mode);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Aten.remainder.Call(this, target);

        /// <summary>The remainder of a division, with the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => Aten.remainder_s.Call(this, scalar);

        /// <summary>The remainder of a division, with the sign of the divisor, in place.</summary>
        public Tensor remainder_(Tensor target) => Aten.remainder_.Mutate(this, target);

        /// <summary>The remainder of a division, with the sign of the divisor, in place.</summary>
        public Tensor remainder_(Scalar scalar) => Aten.remainder_s_.Mutate(this, scalar);

        /// <summary>The remainder of a division, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Aten.fmod.Call(this, target);

        /// <summary>The remainder of a division, with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => Aten.fmod_s.Call(this, scalar);

        /// <summary>The remainder of a division, with the sign of the dividend, in place.</summary>
        public Tensor fmod_(Tensor target) => Aten.fmod_.Mutate(this, target);

        /// <summary>The remainder of a division, with the sign of the dividend, in place.</summary>
        public Tensor fmod_(Scalar scalar) => Aten.fmod_s_.Mutate(this, scalar);

        /// <summary>Each element plus value times the product of two others.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>Each element plus value times the quotient of two others.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>Each element plus the quotient of two others.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.addcdiv.Call(this, tensor1, tensor2);

        /// <summary>Each element plus value times the product of two others, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul_.Mutate(this, tensor1, tensor2, value);

        /// <summary>Each element plus value times the quotient of two others, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv_.Mutate(this, tensor1, tensor2, value);

        /// <summary>Each element plus the quotient of two others, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Aten.addcdiv_.Mutate(this, tensor1, tensor2);
    }
}
