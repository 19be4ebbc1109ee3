using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Describe().Dimensions;

        /// <inheritdoc cref="Dimensions"/>
        public long dim() => Dimensions;

        /// <inheritdoc cref="Dimensions"/>
        public long ndim => Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Describe().Elements;

        /// <inheritdoc cref="NumberOfElements"/>
        public long numel() => NumberOfElements;

        /// <summary>The size of one element, in bytes.</summary>
        public long ElementSize => Describe().ElementSize;

        /// <inheritdoc cref="ElementSize"/>
        public long element_size() => ElementSize;

        /// <summary>The size of every dimension; empty for a single number.</summary>
        public long[] shape => size();

        /// <inheritdoc cref="shape"/>
        public unsafe long[] size()
        {
            var told = Describe();
            var sizes = new ReadOnlySpan<long>(told.Sizes, (int)told.Dimensions).ToArray();
            GC.KeepAlive(this);
            return sizes;
        }

        /// <summary>The size of one dimension.</summary>
        /// <param name="dim">Which; negative counts from the last.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such dimension.</exception>
        public long size(int dim) => Aten.size.CallRaw(this, dim).Integer;

        /// <summary>How many elements apart neighbours are in memory, for every dimension.</summary>
        /// <exception cref="InvalidOperationException">The tensor is sparse.</exception>
        public unsafe long[] stride()
        {
            var told = Describe();
            if (told.IsStrided == 0)
            {
                throw new InvalidOperationException("A sparse tensor has no strides; call to_dense() first.");
            }

            var strides = new ReadOnlySpan<long>(told.Strides, (int)told.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>How many elements apart neighbours are in memory, for one dimension.</summary>
        public long stride(int dim) => Aten.stride.CallRaw(this, dim).Integer;

        /// <summary>Where the first element is in the storage, in elements.</summary>
        public long storage_offset() => Describe().StorageOffset;

        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Describe().DType;

        /// <summary>Where the tensor lives.</summary>
        public Device device
        {
            get
            {
                var told = Describe();
                var type = (DeviceType)told.DeviceType;
                return new Device(type, type == DeviceType.CPU ? -1 : told.DeviceIndex);
            }
        }

        /// <summary>The kind of device the tensor lives on.</summary>
        public DeviceType device_type => (DeviceType)Describe().DeviceType;

        /// <summary>Which device of its kind; -1 on the host.</summary>
        public int device_index => Describe().DeviceIndex;

        /// <summary>Whether the tensor lives on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor has a shape and type but no data.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether the tensor lives on the host.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether nothing was computed to make the tensor, as far as gradients go.</summary>
        public bool is_leaf => Describe().IsLeaf != 0;

        /// <summary>Whether the elements lie in memory row by row without gaps.</summary>
        public bool is_contiguous() => Describe().IsContiguous != 0;

        /// <summary>Whether the elements are integers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the elements are real floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>The shape, type and device, as in "[2x3], type = Float32, device = cpu".</summary>
        public override string ToString() => $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        internal NativeDescription Describe()
        {
            NativeMethods.gandsl_describe(Handle, out var told).Check();
            GC.KeepAlive(this);
            return told;
        }
    }
}
