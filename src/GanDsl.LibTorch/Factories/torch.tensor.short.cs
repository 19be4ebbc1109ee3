namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Int16.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        FromHost<short>([scalar], [], ScalarType.Int16, null, device, requires_grad, null);

    /// <summary>A copy of 16-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(Elements(rawArray), dimensions, ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        short[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(rawArray, [rawArray.LongLength], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        short[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(rawArray, dimensions, ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(Elements(rawArray), [rawArray.Count], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(Elements(rawArray), [rows, columns], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(Elements(rawArray), [dim0, dim1, dim2], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>A copy of 16-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<short>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Int16,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 16-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        short[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<short>(
            Elements<short>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Int16,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 16-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        short[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<short>(
            Elements<short>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Int16,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 16-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        short[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<short>(
            Elements<short>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Int16,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 16-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<short> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<short>(rawArray.Span, dimensions, ScalarType.Int16, dtype, device, requires_grad, names);
}
