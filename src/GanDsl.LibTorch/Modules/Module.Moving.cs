using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves and converts the parameters and buffers of this module and of those below it.</summary>
            /// <param name="device">The target device.</param>
            /// <param name="dtype">The target element type, floating point or complex. Integer buffers keep theirs.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
            /// <returns>This module. Its parameters and buffers stay the same objects with new data.</returns>
            /// <exception cref="ArgumentException"><paramref name="dtype"/> is an integer type.</exception>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                Convert(dtype, device, non_blocking);
                foreach (var (_, child) in named_children())
                {
                    child._to(device, dtype, non_blocking);
                }

                return this;
            }

            /// <summary>Moves the parameters and buffers of this module and of those below it.</summary>
            /// <param name="deviceType">The kind of device, such as CPU or CUDA.</param>
            /// <param name="deviceIndex">The index of the device, -1 for the current one.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
            /// <returns>This module. Its parameters and buffers stay the same objects with new data.</returns>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                Convert(null, new Device(deviceType, deviceIndex), non_blocking);
                foreach (var (_, child) in named_children())
                {
                    child._to(deviceType, deviceIndex, non_blocking);
                }

                return this;
            }

            /// <summary>Converts the parameters and buffers of this module and of those below it.</summary>
            /// <param name="dtype">The target element type, floating point or complex. Integer buffers keep theirs.</param>
            /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
            /// <returns>This module. Its parameters and buffers stay the same objects with new data.</returns>
            /// <exception cref="ArgumentException"><paramref name="dtype"/> is an integer type.</exception>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                Convert(dtype, null, non_blocking);
                foreach (var (_, child) in named_children())
                {
                    child._to(dtype, non_blocking);
                }

                return this;
            }

            private static void RequireFloatingPoint(ScalarType dtype)
            {
                if (!torch.is_floating_point(dtype) && !torch.is_complex(dtype))
                {
                    throw new ArgumentException(
                        $"A module cannot be converted to {dtype}: parameters are floating point or complex. Convert its inputs instead.",
                        nameof(dtype)
                    );
                }
            }

            private void Convert(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, parameter) in named_parameters(recurse: false))
                {
                    TensorConversion.Convert(parameter, dtype, device, non_blocking);
                }

                foreach (var (_, buffer) in named_buffers(recurse: false))
                {
                    TensorConversion.Convert(buffer, dtype, device, non_blocking);
                }
            }
        }
    }
}
