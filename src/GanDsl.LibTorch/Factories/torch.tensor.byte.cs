namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Byte.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        FromHost<byte>([scalar], [], ScalarType.Byte, null, device, requires_grad, null);

    /// <summary>A copy of unsigned 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(Elements(rawArray), dimensions, ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>A copy of unsigned 8-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        byte[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(rawArray, [rawArray.LongLength], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>A copy of unsigned 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        byte[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(rawArray, dimensions, ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>A copy of unsigned 8-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(Elements(rawArray), [rawArray.Count], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>A copy of unsigned 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(Elements(rawArray), [rows, columns], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>A copy of unsigned 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(Elements(rawArray), [dim0, dim1, dim2], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>A copy of unsigned 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<byte>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Byte,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of unsigned 8-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        byte[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<byte>(
            Elements<byte>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Byte,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of unsigned 8-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        byte[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<byte>(
            Elements<byte>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Byte,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of unsigned 8-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        byte[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<byte>(
            Elements<byte>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Byte,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of unsigned 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<byte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<byte>(rawArray.Span, dimensions, ScalarType.Byte, dtype, device, requires_grad, names);
}
