namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn(size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn(size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([size], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        int size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([size], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        int rows,
        int columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        int dim0,
        int dim1,
        int dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of numbers drawn from the standard normal distribution.</summary>
    public static Tensor randn(
        int dim0,
        int dim1,
        int dim2,
        int dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => MakeRandn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);
}
