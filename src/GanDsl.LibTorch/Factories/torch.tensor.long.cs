namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Int64, unless another type is named.</summary>
    public static Tensor tensor(
        long scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => FromHost<long>([scalar], [], ScalarType.Int64, dtype, device, requires_grad, null);

    /// <summary>A copy of 64-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(Elements(rawArray), dimensions, ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        long[] dataArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(dataArray, [dataArray.LongLength], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        long[] dataArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(dataArray, dimensions, ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(Elements(rawArray), [rawArray.Count], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(Elements(rawArray), [rows, columns], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(Elements(rawArray), [dim0, dim1, dim2], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<long>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Int64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        long[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<long>(
            Elements<long>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Int64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        long[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<long>(
            Elements<long>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Int64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        long[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<long>(
            Elements<long>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Int64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<long>(rawArray.Span, dimensions, ScalarType.Int64, dtype, device, requires_grad, names);
}
