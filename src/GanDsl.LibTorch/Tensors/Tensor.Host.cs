using System.Numerics;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements, to read and write; from a GPU, a copy of them.</summary>
        /// <typeparam name="T">The .NET type of <see cref="dtype"/>.</typeparam>
        /// <exception cref="ArgumentException">It is not.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        /// <summary>The one element.</summary>
        /// <exception cref="ArgumentException">There is not exactly one, or it is of another type.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException($"item needs a tensor of one element, and this is {this}.");
            }

            ValidateType(typeof(T));
            T value;
            NativeMethods.gandsl_to_host(Handle, &value, sizeof(T)).Check();
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The one element as a number of any type.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is not exactly one.</exception>
        public Scalar ToScalar()
        {
            var value = Aten.item.CallRaw(this);
            return value.Kind == NativeKind.Double
                ? new Scalar(value.Real, ScalarType.Float64)
                : new Scalar(value.Integer, value.Kind == NativeKind.Bool ? ScalarType.Bool : ScalarType.Int64);
        }

        /// <summary>The memory of a contiguous tensor on the host. It is valid while the tensor lives.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous or not on the host.</exception>
        /// <exception cref="ArgumentException">There are more than 2^31 - 1 bytes, or what is set has another length.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var told = Describe();
                if (told.IsContiguous == 0)
                {
                    throw new InvalidOperationException("bytes needs a contiguous tensor; call contiguous() first.");
                }

                if (told.DeviceType != (int)DeviceType.CPU)
                {
                    throw new InvalidOperationException("bytes needs a tensor on the host; call cpu() first.");
                }

                var length = told.Elements * told.ElementSize;
                if (length > int.MaxValue)
                {
                    throw new ArgumentException($"A span holds {int.MaxValue} bytes, and this tensor has {length}.");
                }

                return new Span<byte>((void*)DataPointer(), (int)length);
            }
            set
            {
                var all = bytes;
                if (all.Length != value.Length)
                {
                    throw new ArgumentException($"The tensor has {all.Length} bytes, and {value.Length} were given.");
                }

                value.CopyTo(all);
            }
        }

        internal nint DataPointer()
        {
            NativeMethods.gandsl_data(Handle, out var data).Check();
            GC.KeepAlive(this);
            return data;
        }

        internal void ValidateType(Type dotnetType)
        {
            var type = dtype;
            if (dotnetType != DotnetType(type))
            {
                var instead = DotnetType(type)?.Name;
                throw new ArgumentException(
                    $"The elements of this tensor are {type}, and {dotnetType.Name} was asked for; "
                        + (instead is null ? "convert it with to_type first." : $"ask for {instead}, or convert it.")
                );
            }
        }

        private static Type? DotnetType(ScalarType type) =>
            type switch
            {
                ScalarType.Byte => typeof(byte),
                ScalarType.Int8 => typeof(sbyte),
                ScalarType.Int16 => typeof(short),
                ScalarType.Int32 => typeof(int),
                ScalarType.Int64 => typeof(long),
                ScalarType.Float16 => typeof(Half),
                ScalarType.Float32 => typeof(float),
                ScalarType.Float64 => typeof(double),
                ScalarType.ComplexFloat32 => typeof((float, float)),
                ScalarType.ComplexFloat64 => typeof(Complex),
                ScalarType.Bool => typeof(bool),
                _ => null,
            };
    }
}
