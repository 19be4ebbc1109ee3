namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Float32.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        FromHost<float>([scalar], [], ScalarType.Float32, null, device, requires_grad, null);

    /// <summary>A copy of 32-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<float> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<float>(Elements(rawArray), dimensions, ScalarType.Float32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit floating-point numbers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        float[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<float>(rawArray, [rawArray.LongLength], ScalarType.Float32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        float[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<float>(rawArray, dimensions, ScalarType.Float32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit floating-point numbers in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<float> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<float>(Elements(rawArray), [rawArray.Count], ScalarType.Float32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<float> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<float>(Elements(rawArray), [rows, columns], ScalarType.Float32, dtype, device, requires_grad, names);

    /// <summary>A copy of 32-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<float> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<float>(
            Elements(rawArray),
            [dim0, dim1, dim2],
            ScalarType.Float32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<float> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<float>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Float32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit floating-point numbers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        float[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<float>(
            Elements<float>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Float32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit floating-point numbers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        float[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<float>(
            Elements<float>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Float32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit floating-point numbers in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        float[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<float>(
            Elements<float>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Float32,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of 32-bit floating-point numbers in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        Memory<float> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<float>(rawArray.Span, dimensions, ScalarType.Float32, dtype, device, requires_grad, names);
}
