namespace TorchSharp;

public static partial class torch
{
    /// <summary>A single number of type Bool, unless another type is named.</summary>
    public static Tensor tensor(
        bool scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => FromHost<bool>([scalar], [], ScalarType.Bool, dtype, device, requires_grad, null);

    /// <summary>A copy of truth values in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<bool> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<bool>(Elements(rawArray), dimensions, ScalarType.Bool, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        bool[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<bool>(rawArray, [rawArray.LongLength], ScalarType.Bool, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        bool[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<bool>(rawArray, dimensions, ScalarType.Bool, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in one dimension; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<bool> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<bool>(Elements(rawArray), [rawArray.Count], ScalarType.Bool, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<bool> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<bool>(Elements(rawArray), [rows, columns], ScalarType.Bool, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<bool> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => FromHost<bool>(Elements(rawArray), [dim0, dim1, dim2], ScalarType.Bool, dtype, device, requires_grad, names);

    /// <summary>A copy of truth values in row-major order; converted if a type is named.</summary>
    public static Tensor tensor(
        IList<bool> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<bool>(
            Elements(rawArray),
            [dim0, dim1, dim2, dim3],
            ScalarType.Bool,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of truth values in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        bool[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<bool>(
            Elements<bool>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1)],
            ScalarType.Bool,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of truth values in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        bool[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<bool>(
            Elements<bool>(rawArray),
            [rawArray.GetLongLength(0), rawArray.GetLongLength(1), rawArray.GetLongLength(2)],
            ScalarType.Bool,
            dtype,
            device,
            requires_grad,
            names
        );

    /// <summary>A copy of truth values in the shape of the array; converted if a type is named.</summary>
    public static Tensor tensor(
        bool[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        FromHost<bool>(
            Elements<bool>(rawArray),
            [
                rawArray.GetLongLength(0),
                rawArray.GetLongLength(1),
                rawArray.GetLongLength(2),
                rawArray.GetLongLength(3),
            ],
            ScalarType.Bool,
            dtype,
            device,
            requires_grad,
            names
        );
}
