using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether two elements are equal.</summary>
        public Tensor eq(Tensor target) => target is null ? tensor(false) : Aten.eq.Call(this, target);

        /// <summary>Whether an element and a number are equal.</summary>
        public Tensor eq(Scalar target) => target is null ? tensor(false) : Aten.eq_s.Call(this, target);

        /// <summary>As <see cref="eq(Tensor)"/>.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether two elements differ.</summary>
        public Tensor ne(Tensor target) => target is null ? tensor(true) : Aten.ne.Call(this, target);

        /// <summary>Whether an element and a number differ.</summary>
        public Tensor ne(Scalar target) => target is null ? tensor(true) : Aten.ne_s.Call(this, target);

        /// <summary>As <see cref="ne(Tensor)"/>.</summary>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>Whether two elements are in ascending order.</summary>
        public Tensor lt(Tensor target) => Aten.lt.Call(this, target);

        /// <summary>Whether an element and a number are in ascending order.</summary>
        public Tensor lt(Scalar target) => Aten.lt_s.Call(this, target);

        /// <summary>As <see cref="lt(Tensor)"/>.</summary>
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Whether two elements are not in descending order.</summary>
        public Tensor le(Tensor target) => Aten.le.Call(this, target);

        /// <summary>Whether an element and a number are not in descending order.</summary>
        public Tensor le(Scalar target) => Aten.le_s.Call(this, target);

        /// <summary>As <see cref="le(Tensor)"/>.</summary>
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>Whether two elements are in descending order.</summary>
        public Tensor gt(Tensor target) => Aten.gt.Call(this, target);

        /// <summary>Whether an element and a number are in descending order.</summary>
        public Tensor gt(Scalar target) => Aten.gt_s.Call(this, target);

        /// <summary>As <see cref="gt(Tensor)"/>.</summary>
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Whether two elements are not in ascending order.</summary>
        public Tensor ge(Tensor target) => Aten.ge.Call(this, target);

        /// <summary>Whether an element and a number are not in ascending order.</summary>
        public Tensor ge(Scalar target) => Aten.ge_s.Call(this, target);

        /// <summary>As <see cref="ge(Tensor)"/>.</summary>
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Whether all elements are within atol + rtol · |target| of another tensor.</summary>
        /// <param name="target">The other tensor.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="equal_nan">Whether not-a-number is equal to itself.</param>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Aten.allclose.CallRaw(this, target, rtol, atol, equal_nan).Integer != 0;

        /// <summary>Whether each element is within atol + rtol · |other| of another.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="nanEqual">Whether not-a-number is equal to itself.</param>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Aten.isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether both elements are true.</summary>
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);

        /// <summary>Whether either element is true.</summary>
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);

        /// <summary>Whether exactly one element is true.</summary>
        public Tensor logical_xor(Tensor other) => Aten.logical_xor.Call(this, other);

        /// <summary>Whether each element is zero.</summary>
        public Tensor logical_not() => Aten.logical_not.Call(this);

        /// <summary>The bitwise conjunction of two elements.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.bitwise_and.Call(this, other);

        /// <summary>The bitwise disjunction of two elements.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.bitwise_or.Call(this, other);

        /// <summary>The bitwise exclusive disjunction of two elements.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.bitwise_xor.Call(this, other);

        /// <summary>Each element with all bits flipped.</summary>
        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);
    }
}
