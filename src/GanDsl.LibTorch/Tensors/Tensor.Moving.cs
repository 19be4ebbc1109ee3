using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Another tensor of the same data.</summary>
        public Tensor alias() => Aten.alias.Call(this);

        /// <summary>A copy, which gradients flow through.</summary>
        public Tensor clone() => Aten.clone.Call(this);

        /// <summary>The tensor with its elements row by row in memory; a copy only if they are not.</summary>
        public Tensor contiguous() => Aten.contiguous.Call(this);

        /// <summary>Overwrites the elements, converting type and device and broadcasting.</summary>
        /// <param name="source">Where from.</param>
        /// <param name="nonBlocking">Whether a copy from pinned memory to a GPU may still be under way on return.</param>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.copy_.Mutate(this, source, nonBlocking);

        /// <summary>The tensor on the host; a copy only if it lives elsewhere.</summary>
        public Tensor cpu() => To(device: torch.CPU);

        /// <summary>The tensor on a CUDA device; a copy only if it lives elsewhere.</summary>
        /// <param name="device">Which; the current one by default.</param>
        /// <param name="non_blocking">Whether the copy may still be under way on return.</param>
        /// <exception cref="ArgumentException"><paramref name="device"/> is no CUDA device.</exception>
        /// <exception cref="InvalidOperationException">There is no CUDA device.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false)
        {
            if (device is not null && device.type != DeviceType.CUDA)
            {
                throw new ArgumentException($"{device} is not a CUDA device.", nameof(device));
            }

            return To(device: InitializeDevice(device ?? torch.CUDA), non_blocking: non_blocking);
        }

        /// <summary>Whether the tensor is in page-locked host memory.</summary>
        public bool is_pinned() => Aten.is_pinned.CallRaw(this).Integer != 0;

        /// <summary>The tensor in page-locked host memory, for fast copies to a GPU.</summary>
        public Tensor pin_memory() => Aten.pin_memory.Call(this);

        /// <summary>The tensor with another element type.</summary>
        /// <param name="type">The type.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor afterwards.</param>
        /// <param name="non_blocking">Whether a copy may still be under way on return.</param>
        public Tensor to_type(
            ScalarType type,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false
        ) => To(type, null, copy, disposeAfter, non_blocking);

        /// <inheritdoc cref="to_type"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(type, null, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device.</summary>
        /// <param name="device">Where to.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor afterwards.</param>
        /// <param name="non_blocking">Whether a copy may still be under way on return.</param>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(null, InitializeDevice(device), copy, disposeAfter, non_blocking);

        /// <inheritdoc cref="to(Device, bool, bool, bool)"/>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="deviceIndex">Which of its kind; -1 is the current one.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor afterwards.</param>
        /// <param name="non_blocking">Whether a copy may still be under way on return.</param>
        public Tensor to(
            DeviceType deviceType,
            int deviceIndex = -1,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false
        ) => to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another device and with another element type.</summary>
        /// <param name="type">The type.</param>
        /// <param name="device">Where to.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor afterwards.</param>
        /// <param name="non_blocking">Whether a copy may still be under way on return.</param>
        public Tensor to(
            ScalarType type,
            Device device,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false
        ) => To(type, InitializeDevice(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor with the device and element type of another.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) =>
            To(other.dtype, other.device, non_blocking: non_blocking);

        /// <summary>The tensor with the element type of another.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <inheritdoc cref="to_type"/>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The tensor as truth values.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>The tensor as unsigned 8-bit integers.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>The tensor as 32-bit integers.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>The tensor as 64-bit integers.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>The tensor as 16-bit floating-point numbers.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>The tensor as 16-bit floating-point numbers with the range of 32 bits.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>The tensor as 32-bit floating-point numbers.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The tensor as 64-bit floating-point numbers.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        // to.dtype_layout(self, dtype, layout, device, pin_memory, non_blocking, copy): null leaves a part as it is.
        private Tensor To(
            ScalarType? type = null,
            Device? device = null,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false
        )
        {
            var result = Aten.to.Call(this, type, default, device, default, non_blocking, copy);
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }
    }
}
