namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of an array of any rank.</summary>
    /// <param name="rawArray">Its elements are bool, byte, sbyte, short, int, long, Half, float or double.</param>
    /// <param name="device">Where to make it.</param>
    /// <exception cref="NotSupportedException">The elements are of another type.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device ?? CPU);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    /// <param name="rawArray">Its elements are bool, byte, sbyte, short, int, long, Half, float or double.</param>
    /// <param name="dtype">The type to convert to; that of the elements by default.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    /// <param name="names">Not supported here.</param>
    public static Tensor from_array(
        Array rawArray,
        ScalarType? dtype,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        var size = new long[rawArray.Rank];
        for (var i = 0; i < size.Length; i++)
        {
            size[i] = rawArray.GetLongLength(i);
        }

        return Type.GetTypeCode(rawArray.GetType().GetElementType()) switch
        {
            TypeCode.Boolean => Copy<bool>(ScalarType.Bool),
            TypeCode.Byte => Copy<byte>(ScalarType.Byte),
            TypeCode.SByte => Copy<sbyte>(ScalarType.Int8),
            TypeCode.Int16 => Copy<short>(ScalarType.Int16),
            TypeCode.Int32 => Copy<int>(ScalarType.Int32),
            TypeCode.Int64 => Copy<long>(ScalarType.Int64),
            TypeCode.Single => Copy<float>(ScalarType.Float32),
            TypeCode.Double => Copy<double>(ScalarType.Float64),
            _ when rawArray.GetType().GetElementType() == typeof(Half) => Copy<Half>(ScalarType.Float16),
            _ => throw new NotSupportedException(
                $"A tensor cannot hold elements of type {rawArray.GetType().GetElementType()}; convert them to numbers first."
            ),
        };

        Tensor Copy<T>(ScalarType type)
            where T : unmanaged => FromHost(Elements<T>(rawArray), size, type, dtype, device, requires_grad, names);
    }
}
