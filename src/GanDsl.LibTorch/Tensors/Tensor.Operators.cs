using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Tensor left, int right) => left.add(right);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Tensor left, long right) => left.add(right);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Tensor left, float right) => left.add(right);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(Tensor left, double right) => left.add(right);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(int left, Tensor right) => right.add(left);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(long left, Tensor right) => right.add(left);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(float left, Tensor right) => right.add(left);

        /// <summary>The sum of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator +(double left, Tensor right) => right.add(left);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Tensor left, int right) => left.mul(right);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Tensor left, long right) => left.mul(right);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Tensor left, float right) => left.mul(right);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(Tensor left, double right) => left.mul(right);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(int left, Tensor right) => right.mul(left);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(long left, Tensor right) => right.mul(left);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(float left, Tensor right) => right.mul(left);

        /// <summary>The product of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator *(double left, Tensor right) => right.mul(left);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Aten.rsub.Call(right, left);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Tensor left, int right) => left.sub(right);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Tensor left, long right) => left.sub(right);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Tensor left, float right) => left.sub(right);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(Tensor left, double right) => left.sub(right);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(int left, Tensor right) => Aten.rsub.Call(right, left);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(long left, Tensor right) => Aten.rsub.Call(right, left);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(float left, Tensor right) => Aten.rsub.Call(right, left);

        /// <summary>The difference of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator -(double left, Tensor right) => Aten.rsub.Call(right, left);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => right.Divide(left);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Tensor left, int right) => left.div(right);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Tensor left, long right) => left.div(right);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Tensor left, float right) => left.div(right);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(Tensor left, double right) => left.div(right);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(int left, Tensor right) => right.Divide(left);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(long left, Tensor right) => right.Divide(left);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(float left, Tensor right) => right.Divide(left);

        /// <summary>The quotient of each pair of elements; a number goes with every element.</summary>
        public static Tensor operator /(double left, Tensor right) => right.Divide(left);

        /// <summary>The remainder of each division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        /// <summary>The remainder of each division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        /// <summary>The remainder of each division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => left.remainder(right);

        /// <summary>The remainder of each division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => left.remainder(right);

        /// <summary>The remainder of each division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => left.remainder(right);

        /// <summary>The remainder of each division, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => left.remainder(right);

        /// <summary>Each element with the other sign.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        /// <summary>The bitwise conjunction of each pair of elements.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        /// <summary>The bitwise disjunction of each pair of elements.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        /// <summary>The bitwise exclusive disjunction of each pair of elements.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        /// <summary>Each element with all bits flipped.</summary>
        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        // As PyTorch does it; a direct quotient would differ in the last bit.
        private Tensor Divide(Scalar dividend)
        {
            using var inverse = reciprocal();
            return inverse.mul(dividend);
        }
    }
}
