namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Int32.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        FromHost<int>([scalar], [], ScalarType.Int32, null, device, requires_grad, null);

    /// <summary>A copy of 32-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<int> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(Elements(rawArray), dimensions, ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        int[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(rawArray, [rawArray.LongLength], ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        int[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(rawArray, dimensions, ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<int> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(Elements(rawArray), [rawArray.Count], ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<int> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(Elements(rawArray), [rows, columns], ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<int> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(Elements(rawArray), [dim0, dim1, dim2], ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        int[] rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(rawArray, [dim0, dim1, dim2, dim3], ScalarType.Int32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        int[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<int>(
            Elements<int>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Int32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        int[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<int>(
            Elements<int>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Int32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit integers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        int[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<int>(
            Elements<int>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Int32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit integers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<int> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<int>(rawArray.Span, dimensions, ScalarType.Int32, dtype, device, requires_grad, names);
}
