namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element types of tensors, with libtorch's numbers (PyTorch: <c>torch.dtype</c>).</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integers.</summary>
        Byte = 0,

        /// <summary>Signed 8-bit integers.</summary>
        Int8 = 1,

        /// <summary>Signed 16-bit integers.</summary>
        Int16 = 2,

        /// <summary>Signed 32-bit integers.</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integers.</summary>
        Int64 = 4,

        /// <summary>IEEE 16-bit floating point.</summary>
        Float16 = 5,

        /// <summary>IEEE 32-bit floating point.</summary>
        Float32 = 6,

        /// <summary>IEEE 64-bit floating point.</summary>
        Float64 = 7,

        /// <summary>Complex numbers of two 32-bit parts.</summary>
        ComplexFloat32 = 9,

        /// <summary>Complex numbers of two 64-bit parts.</summary>
        ComplexFloat64 = 10,

        /// <summary>True or false, in one byte.</summary>
        Bool = 11,

        /// <summary>16-bit floating point with the exponent range of 32 bits.</summary>
        BFloat16 = 15,
    }
}
