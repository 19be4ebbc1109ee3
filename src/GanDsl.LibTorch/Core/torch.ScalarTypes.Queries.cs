namespace TorchSharp;

public static partial class torch
{
    private static ScalarType _defaultType = ScalarType.Float32;

    /// <summary>The floating-point type of tensors made without naming one; 32 bits at first.</summary>
    public static ScalarType get_default_dtype() => _defaultType;

    /// <summary>Sets the floating-point type of tensors made without naming one.</summary>
    /// <exception cref="ArgumentException"><paramref name="dtype"/> is not a floating-point type.</exception>
    public static void set_default_dtype(ScalarType dtype) =>
        _defaultType = is_floating_point(dtype)
            ? dtype
            : throw new ArgumentException(
                $"The default type must be a floating-point type, and {dtype} is none.",
                nameof(dtype)
            );

    /// <summary>Whether a type holds integers or truth values.</summary>
    public static bool is_integral(ScalarType type) => type is <= ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether a type holds real floating-point numbers.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    /// <summary>Whether a type holds complex numbers.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <inheritdoc cref="is_integral(ScalarType)"/>
    public static bool is_integral(Tensor t) => is_integral(t.dtype);

    /// <inheritdoc cref="is_floating_point(ScalarType)"/>
    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    /// <inheritdoc cref="is_complex(ScalarType)"/>
    public static bool is_complex(Tensor input) => is_complex(input.dtype);
}
