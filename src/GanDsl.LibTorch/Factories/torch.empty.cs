namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty(size, dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty(size, dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([size], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        int size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([size], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        int rows,
        int columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        int dim0,
        int dim1,
        int dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever its memory held.</summary>
    public static Tensor empty(
        int dim0,
        int dim1,
        int dim2,
        int dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => MakeEmpty([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>Memory as it was in the shape, and by default of the type and on the device, of another tensor.</summary>
    public static Tensor empty_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Named(input.empty_like(dtype, device, requires_grad), names);
}
