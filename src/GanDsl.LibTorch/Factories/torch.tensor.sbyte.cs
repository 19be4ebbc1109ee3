namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Int8.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        FromHost<sbyte>([scalar], [], ScalarType.Int8, null, device, requires_grad, null);

    /// <summary>A copy of signed 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(Elements(rawArray), dimensions, ScalarType.Int8, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        sbyte[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(rawArray, [rawArray.LongLength], ScalarType.Int8, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        sbyte[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(rawArray, dimensions, ScalarType.Int8, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(Elements(rawArray), [rawArray.Count], ScalarType.Int8, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(Elements(rawArray), [rows, columns], ScalarType.Int8, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(Elements(rawArray), [dim0, dim1, dim2], ScalarType.Int8, dtype, device, requires_grad, names);

    /// <summary>A copy of signed 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<sbyte>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Int8,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of signed 8-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        sbyte[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<sbyte>(
            Elements<sbyte>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Int8,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of signed 8-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        sbyte[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<sbyte>(
            Elements<sbyte>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Int8,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of signed 8-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        sbyte[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<sbyte>(
            Elements<sbyte>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Int8,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of signed 8-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<sbyte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<sbyte>(rawArray.Span, dimensions, ScalarType.Int8, dtype, device, requires_grad, names);
}
