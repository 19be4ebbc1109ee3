namespace TorchSharp;

/// <summary>Numbers to <see cref="Scalar"/> and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>An integer as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this byte value) => new(value, torch.ScalarType.Int64);

    /// <summary>An integer as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this sbyte value) => new(value, torch.ScalarType.Int64);

    /// <summary>An integer as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this short value) => new(value, torch.ScalarType.Int64);

    /// <summary>An integer as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this int value) => new(value, torch.ScalarType.Int64);

    /// <summary>An integer as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this long value) => new(value, torch.ScalarType.Int64);

    /// <summary>A floating-point number as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this float value) => new((double)value, torch.ScalarType.Float64);

    /// <summary>A floating-point number as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this double value) => new(value, torch.ScalarType.Float64);

    /// <summary>A floating-point number as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this Half value) => new((double)value, torch.ScalarType.Float64);

    /// <summary>A truth value as a <see cref="Scalar"/>.</summary>
    public static Scalar ToScalar(this bool value) => new(value ? 1L : 0L, torch.ScalarType.Bool);

    /// <summary>The number in 16 bits, rounded.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.Real;

    /// <summary>The number in 32 bits, rounded.</summary>
    public static float ToSingle(this Scalar value) => (float)value.Real;

    /// <summary>The number in 64 bits.</summary>
    public static double ToDouble(this Scalar value) => value.Real;

    /// <summary>The number as a signed 8-bit integer; a fraction is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.ToInteger());

    /// <summary>The number as an unsigned 8-bit integer; a fraction is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static byte ToByte(this Scalar value) => checked((byte)value.ToInteger());

    /// <summary>The number as a 16-bit integer; a fraction is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static short ToInt16(this Scalar value) => checked((short)value.ToInteger());

    /// <summary>The number as a 32-bit integer; a fraction is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int ToInt32(this Scalar value) => checked((int)value.ToInteger());

    /// <summary>The number as a 64-bit integer; a fraction is cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static long ToInt64(this Scalar value) => value.ToInteger();

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.IsReal ? value.Real != 0 : value.Integer != 0;

    private static long ToInteger(this Scalar value) => value.IsReal ? checked((long)value.Real) : value.Integer;
}
