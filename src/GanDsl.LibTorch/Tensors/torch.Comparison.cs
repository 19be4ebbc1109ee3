namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.bitwise_not()"/>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <inheritdoc cref="Tensor.bitwise_and(Tensor)"/>
    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);

    /// <inheritdoc cref="Tensor.bitwise_or(Tensor)"/>
    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);

    /// <inheritdoc cref="Tensor.bitwise_xor(Tensor)"/>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);

    /// <inheritdoc cref="Tensor.logical_and(Tensor)"/>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <inheritdoc cref="Tensor.logical_not()"/>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <inheritdoc cref="Tensor.logical_or(Tensor)"/>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <inheritdoc cref="Tensor.logical_xor(Tensor)"/>
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    /// <inheritdoc cref="Tensor.allclose(Tensor, double, double, bool)"/>
    public static bool allclose(
        Tensor tensor,
        Tensor target,
        double rtol = 1e-05,
        double atol = 1e-08,
        bool equal_nan = false
    ) => tensor.allclose(target, rtol, atol, equal_nan);

    /// <inheritdoc cref="Tensor.eq(Tensor)"/>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <inheritdoc cref="Tensor.equal(Tensor)"/>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <inheritdoc cref="Tensor.ge(Tensor)"/>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <inheritdoc cref="Tensor.greater_equal(Tensor)"/>
    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.greater_equal(target);

    /// <inheritdoc cref="Tensor.gt(Tensor)"/>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <inheritdoc cref="Tensor.greater(Tensor)"/>
    public static Tensor greater(Tensor tensor, Tensor target) => tensor.greater(target);

    /// <inheritdoc cref="Tensor.isclose(Tensor, double, double, bool)"/>
    public static Tensor isclose(
        Tensor tensor,
        Tensor other,
        double rtol = 1e-05,
        double atol = 1e-08,
        bool nanEqual = false
    ) => tensor.isclose(other, rtol, atol, nanEqual);

    /// <inheritdoc cref="Tensor.le(Tensor)"/>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <inheritdoc cref="Tensor.less_equal(Tensor)"/>
    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.less_equal(target);

    /// <inheritdoc cref="Tensor.lt(Tensor)"/>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <inheritdoc cref="Tensor.less(Tensor)"/>
    public static Tensor less(Tensor tensor, Tensor target) => tensor.less(target);

    /// <inheritdoc cref="Tensor.ne(Tensor)"/>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <inheritdoc cref="Tensor.not_equal(Tensor)"/>
    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.not_equal(target);
}
