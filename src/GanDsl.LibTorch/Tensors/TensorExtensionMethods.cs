using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Single-element tensors to numbers.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The one element in 16 bits, rounded.</summary>
    public static Half ToHalf(this Tensor value) => value.ToScalar().ToHalf();

    /// <summary>The one element in 32 bits, rounded.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The one element in 64 bits.</summary>
    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();

    /// <summary>The one element as a signed 8-bit integer.</summary>
    public static sbyte ToSByte(this Tensor value) => value.ToScalar().ToSByte();

    /// <summary>The one element as an unsigned 8-bit integer.</summary>
    public static byte ToByte(this Tensor value) => value.ToScalar().ToByte();

    /// <summary>The one element as a 16-bit integer.</summary>
    public static short ToInt16(this Tensor value) => value.ToScalar().ToInt16();

    /// <summary>The one element as a 32-bit integer.</summary>
    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The one element as a 64-bit integer.</summary>
    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();

    /// <summary>Whether the one element is not zero.</summary>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) =>
        shape.Aggregate(1L, (product, size) => product * size);
}
