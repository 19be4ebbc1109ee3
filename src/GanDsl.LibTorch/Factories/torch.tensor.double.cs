namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Float64, unless another type is named.</summary>
    public static Tensor tensor(
        double scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => FromHost<double>([scalar], [], ScalarType.Float64, dtype, device, requires_grad, null);

    /// <summary>A copy of 64-bit floating-point numbers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<double>(Elements(rawArray), [rawArray.Count], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit floating-point numbers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        double[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<double>(rawArray, [rawArray.LongLength], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        double[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<double>(rawArray, dimensions, ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<double>(Elements(rawArray), [rows, columns], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>A copy of 64-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<double>(
            Elements(rawArray),
            [dim0, dim1, dim2],
            ScalarType.Float64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<double>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Float64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit floating-point numbers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        double[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<double>(
            Elements<double>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Float64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit floating-point numbers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        double[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<double>(
            Elements<double>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Float64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit floating-point numbers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        double[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<double>(
            Elements<double>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Float64,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 64-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<double> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<double>(rawArray.Span, dimensions, ScalarType.Float64, dtype, device, requires_grad, names);
}
