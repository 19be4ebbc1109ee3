using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros in this shape.</summary>
        /// <param name="dtype">The element type; this tensor's by default.</param>
        /// <param name="device">Where to make it; this tensor's by default.</param>
        /// <param name="requires_grad">Whether to record for gradients.</param>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.zeros_like.Call(this, dtype, default, device), requires_grad, null);

        /// <summary>Ones in this shape.</summary>
        /// <inheritdoc cref="zeros_like"/>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.ones_like.Call(this, dtype, default, device), requires_grad, null);

        /// <summary>Memory as it was, in this shape.</summary>
        /// <inheritdoc cref="zeros_like"/>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.empty_like.Call(this, dtype, default, device), requires_grad, null);

        /// <summary>One number in this shape.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; this tensor's by default.</param>
        /// <param name="device">Where to make it; this tensor's by default.</param>
        /// <param name="requires_grad">Whether to record for gradients.</param>
        public Tensor full_like(
            Scalar value,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) => Finish(Aten.full_like.Call(this, value, dtype ?? this.dtype, default, device), requires_grad, null);

        /// <summary>Numbers drawn evenly from [0, 1), in this shape.</summary>
        /// <inheritdoc cref="zeros_like"/>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.rand_like.Call(this, dtype, default, device), requires_grad, null);

        /// <summary>Numbers drawn from the standard normal distribution, in this shape.</summary>
        /// <inheritdoc cref="zeros_like"/>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.randn_like.Call(this, dtype, default, device), requires_grad, null);
    }

    /// <summary>Numbers drawn evenly from [0, 1), in the shape of another tensor.</summary>
    public static Tensor rand_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => input.rand_like(dtype, device, requires_grad);

    /// <summary>Numbers drawn from the standard normal distribution, in the shape of another tensor.</summary>
    public static Tensor randn_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => input.randn_like(dtype, device, requires_grad);
}
