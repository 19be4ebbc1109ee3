using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// One argument of an operator before it is marshalled. Everything an operator takes converts to it, so that a call
/// reads <c>Aten.layer_norm.Call(input, shape, weight, bias)</c> and allocates nothing.
/// </summary>
internal readonly struct Argument
{
    private readonly NativeKind _kind;
    private readonly int _count;

    /// <summary>The value itself, or the address of a span's integers.</summary>
    private readonly long _bits;

    private Argument(NativeKind kind, object? reference, int count, long bits)
    {
        _kind = kind;
        Reference = reference;
        _count = count;
        _bits = bits;
    }

    /// <summary>The tensor, generator, text or array behind the argument; to be kept alive over the call.</summary>
    public object? Reference { get; }

    /// <summary>How many 8-byte words <see cref="Marshal"/> needs besides the value.</summary>
    public int Words =>
        Reference is null
            ? 0
            : _kind switch
            {
                NativeKind.IntList or NativeKind.DoubleList or NativeKind.TensorList => _count,
                NativeKind.BoolList => (_count + 7) / 8,
                NativeKind.String => (Encoding.UTF8.GetMaxByteCount(_count) + 7) / 8,
                _ => 0,
            };

    public static implicit operator Argument(Tensor? tensor) =>
        tensor is null ? default : new(NativeKind.Tensor, tensor, 0, 0);

    public static implicit operator Argument(Scalar? scalar) => scalar is null ? default : scalar.ToArgument();

    public static implicit operator Argument(long value) => new(NativeKind.Int, null, 0, value);

    public static implicit operator Argument(int value) => new(NativeKind.Int, null, 0, value);

    public static implicit operator Argument(long? value) => value is { } known ? known : default(Argument);

    public static implicit operator Argument(double value) =>
        new(NativeKind.Double, null, 0, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } known ? known : default(Argument);

    public static implicit operator Argument(bool value) => new(NativeKind.Bool, null, 0, value ? 1 : 0);

    public static implicit operator Argument(ScalarType dtype) => (long)dtype;

    public static implicit operator Argument(ScalarType? dtype) => dtype is { } known ? (long)known : default(Argument);

    public static implicit operator Argument(Device? device) =>
        device is null ? default : new(NativeKind.Device, null, (int)device.type, device.index);

    public static implicit operator Argument(Generator? generator) =>
        generator is null ? default : new(NativeKind.Generator, generator, 0, 0);

    public static implicit operator Argument(string? text) =>
        text is null ? default : new(NativeKind.String, text, text.Length, 0);

    public static implicit operator Argument(long[]? values) =>
        values is null ? default : new(NativeKind.IntList, values, values.Length, 0);

    public static implicit operator Argument(double[]? values) =>
        values is null ? default : new(NativeKind.DoubleList, values, values.Length, 0);

    public static implicit operator Argument(bool[]? values) =>
        values is null ? default : new(NativeKind.BoolList, values, values.Length, 0);

    /// <summary>A list of tensors; null entries only where the operator takes optional tensors.</summary>
    public static implicit operator Argument(Tensor?[]? tensors) =>
        tensors is null ? default : new(NativeKind.TensorList, tensors, tensors.Length, 0);

    /// <summary>A list of integers at an address that stays fixed over the call.</summary>
    public static unsafe Argument Integers(long* values, int count) =>
        new(NativeKind.IntList, null, count, (long)values);

    /// <summary>The value for the shim; what does not fit in it goes to <paramref name="buffer"/>, which advances.</summary>
    /// <exception cref="ObjectDisposedException">The argument is a tensor or generator that was disposed.</exception>
    public unsafe NativeValue Marshal(ref long* buffer)
    {
        var value = new NativeValue
        {
            Kind = _kind,
            Count = _count,
            Integer = _bits,
        };
        switch (Reference)
        {
            case null:
                return value;
            case Tensor tensor:
                value.Pointer = tensor.Handle;
                return value;
            case Generator generator:
                value.Pointer = generator.Handle;
                return value;
        }

        value.Pointer = (nint)buffer;
        var room = new Span<byte>(buffer, Words * sizeof(long));
        switch (Reference)
        {
            case long[] integers:
                MemoryMarshal.AsBytes(integers.AsSpan()).CopyTo(room);
                break;
            case double[] reals:
                MemoryMarshal.AsBytes(reals.AsSpan()).CopyTo(room);
                break;
            case bool[] flags:
                MemoryMarshal.AsBytes(flags.AsSpan()).CopyTo(room);
                break;
            case string text:
                value.Count = Encoding.UTF8.GetBytes(text, room);
                break;
            case Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                {
                    buffer[i] = tensors[i]?.Handle ?? 0;
                }

                break;
        }

        buffer += room.Length / sizeof(long);
        return value;
    }
}
