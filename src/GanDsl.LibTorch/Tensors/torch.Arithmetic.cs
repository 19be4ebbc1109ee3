namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.add(Tensor)"/>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <inheritdoc cref="Tensor.add(Scalar)"/>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <inheritdoc cref="Tensor.add(Tensor, Scalar)"/>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <inheritdoc cref="Tensor.add(Scalar, Scalar)"/>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <inheritdoc cref="Tensor.add_(Tensor)"/>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <inheritdoc cref="Tensor.add_(Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <inheritdoc cref="Tensor.add_(Tensor, Scalar)"/>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <inheritdoc cref="Tensor.add_(Scalar, Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <inheritdoc cref="Tensor.addcdiv(Tensor, Tensor, Scalar)"/>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcdiv(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.addcdiv_(Tensor, Tensor, Scalar)"/>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcdiv_(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.addcmul(Tensor, Tensor, Scalar)"/>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcmul(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.addcmul_(Tensor, Tensor, Scalar)"/>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcmul_(tensor1, tensor2, value);

    /// <inheritdoc cref="Tensor.div(Tensor, RoundingMode)"/>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div(Scalar, RoundingMode)"/>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div_(Scalar, RoundingMode)"/>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div_(Tensor, RoundingMode)"/>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide(Tensor, RoundingMode)"/>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide(Scalar, RoundingMode)"/>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide_(Tensor, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.fmod(Tensor)"/>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);

    /// <inheritdoc cref="Tensor.fmod_(Tensor)"/>
    public static Tensor fmod_(Tensor left, Tensor right) => left.fmod_(right);

    /// <inheritdoc cref="Tensor.fmod(Scalar)"/>
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    /// <inheritdoc cref="Tensor.fmod_(Scalar)"/>
    public static Tensor fmod_(Tensor left, Scalar right) => left.fmod_(right);

    /// <inheritdoc cref="Tensor.mul(Tensor)"/>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <inheritdoc cref="Tensor.mul(Scalar)"/>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <inheritdoc cref="Tensor.mul_(Tensor)"/>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.mul_(Scalar)"/>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.multiply(Tensor)"/>
    public static Tensor multiply(Tensor left, Tensor right) => left.multiply(right);

    /// <inheritdoc cref="Tensor.multiply(Scalar)"/>
    public static Tensor multiply(Tensor left, Scalar right) => left.multiply(right);

    /// <inheritdoc cref="Tensor.remainder(Tensor)"/>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <inheritdoc cref="Tensor.remainder(Scalar)"/>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <inheritdoc cref="Tensor.remainder_(Tensor)"/>
    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);

    /// <inheritdoc cref="Tensor.remainder_(Scalar)"/>
    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);

    /// <inheritdoc cref="Tensor.sub(Tensor)"/>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <inheritdoc cref="Tensor.sub(Scalar)"/>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <inheritdoc cref="Tensor.sub_(Tensor)"/>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <inheritdoc cref="Tensor.sub_(Scalar)"/>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <inheritdoc cref="Tensor.subtract(Tensor)"/>
    public static Tensor subtract(Tensor left, Tensor right) => left.subtract(right);

    /// <inheritdoc cref="Tensor.subtract(Scalar)"/>
    public static Tensor subtract(Tensor left, Scalar right) => left.subtract(right);
}
