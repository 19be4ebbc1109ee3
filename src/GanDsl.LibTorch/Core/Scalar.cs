using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number whose type is known at run time, as operators take it beside tensors.</summary>
/// <remarks>
/// It owns nothing native here; <see cref="Dispose"/> marks it as used up, so that code which misuses it fails under
/// either engine.
/// </remarks>
public sealed class Scalar : IDisposable
{
    private readonly long _integer;
    private readonly double _real;
    private readonly torch.ScalarType _type;
    private bool _disposed;

    internal Scalar(long integer, torch.ScalarType type)
    {
        _integer = integer;
        _real = integer;
        _type = type;
    }

    internal Scalar(double real, torch.ScalarType type)
    {
        _real = real;
        _type = type;
    }

    /// <summary>Bool for a truth value, Int64 for any integer, Float64 for any floating-point number.</summary>
    public torch.ScalarType Type => Checked()._type;

    internal bool IsReal => Checked()._type == torch.ScalarType.Float64;

    internal long Integer => Checked()._integer;

    internal double Real => Checked()._real;

    /// <summary>Marks the number as used up.</summary>
    public void Dispose() => _disposed = true;

    internal Argument ToArgument() =>
        Type switch
        {
            torch.ScalarType.Float64 => _real,
            torch.ScalarType.Bool => _integer != 0,
            _ => _integer,
        };

    private Scalar Checked()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return this;
    }

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(byte value) => value.ToScalar();

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(sbyte value) => value.ToScalar();

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(short value) => value.ToScalar();

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(int value) => value.ToScalar();

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(long value) => value.ToScalar();

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(Half value) => value.ToScalar();

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(float value) => value.ToScalar();

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(double value) => value.ToScalar();

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => value.ToScalar();
}
