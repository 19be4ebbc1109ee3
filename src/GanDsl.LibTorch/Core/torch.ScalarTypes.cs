namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="ScalarType.Bool"/>
    public static ScalarType @bool = ScalarType.Bool;

    /// <inheritdoc cref="ScalarType.Byte"/>
    public static ScalarType uint8 = ScalarType.Byte;

    /// <inheritdoc cref="ScalarType.Int8"/>
    public static ScalarType int8 = ScalarType.Int8;

    /// <inheritdoc cref="ScalarType.Int16"/>
    public static ScalarType int16 = ScalarType.Int16;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static ScalarType int32 = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static ScalarType int64 = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.BFloat16"/>
    public static ScalarType bfloat16 = ScalarType.BFloat16;

    /// <inheritdoc cref="ScalarType.Float16"/>
    public static ScalarType float16 = ScalarType.Float16;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static ScalarType float32 = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static ScalarType float64 = ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.ComplexFloat32"/>
    public static ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <inheritdoc cref="ScalarType.ComplexFloat64"/>
    public static ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <inheritdoc cref="ScalarType.Int16"/>
    public static ScalarType @short = ScalarType.Int16;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static ScalarType @int = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static ScalarType @long = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Float16"/>
    public static ScalarType half = ScalarType.Float16;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static ScalarType @float = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static ScalarType @double = ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.ComplexFloat32"/>
    public static ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <inheritdoc cref="ScalarType.ComplexFloat64"/>
    public static ScalarType cdouble = ScalarType.ComplexFloat64;
}
