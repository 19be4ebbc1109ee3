using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The elements of an array in C order, as numbers, bytes or integers.</summary>
internal static class NumpyValues
{
    private const int ElementsAtOnce = 1 << 16;

    /// <summary>A float32 tensor of the array's shape, outside every dispose scope.</summary>
    public static Tensor Floats(NumpyArrayFile file)
    {
        var header = file.Header;
        var values = Allocate(file);
        try
        {
            var buffer = new byte[ElementsAtOnce * header.Element.Size];
            var count = header.Length / header.Element.Size;
            for (long start = 0; start < count; start += ElementsAtOnce)
            {
                var length = (int)Math.Min(ElementsAtOnce, count - start);
                var bytes = buffer.AsSpan(0, length * header.Element.Size);
                file.Fill(bytes);
                using var part = values.narrow(0, start, length);
                header.Element.ToFloats(bytes, HostTensor.Values(part));
            }

            file.RequireEnd();
            return InOrder(values, header);
        }
        finally
        {
            values.Dispose();
        }
    }

    /// <summary>The bytes of an array of bytes.</summary>
    public static byte[] Bytes(NumpyArrayFile file)
    {
        var header = file.Header;
        if (header.Length > Array.MaxLength)
        {
            throw new GanException(
                $"{file.Name} has {header.Length} bytes, more than the {Array.MaxLength} that are kept as bytes; split it."
            );
        }

        var bytes = new byte[header.Length];
        file.Fill(bytes);
        file.RequireEnd();
        if (!header.IsFortranOrder || header.Shape.Length < 2)
        {
            return bytes;
        }

        return Transposed(bytes, [.. header.Shape.Reverse()], [.. Enumerable.Range(0, header.Shape.Length).Reverse()]);
    }

    /// <summary>Integers that an int holds.</summary>
    public static int[] Integers(NumpyArrayFile file)
    {
        var header = file.Header;
        var count = header.Length / header.Element.Size;
        if (count > Array.MaxLength)
        {
            throw new GanException(
                $"{file.Name} has {count} values, more than the {Array.MaxLength} that are read; split it."
            );
        }

        var integers = new int[count];
        var buffer = new byte[ElementsAtOnce * header.Element.Size];
        var wide = new Int128[ElementsAtOnce];
        for (var start = 0; start < count; start += ElementsAtOnce)
        {
            var length = (int)Math.Min(ElementsAtOnce, count - start);
            var bytes = buffer.AsSpan(0, length * header.Element.Size);
            file.Fill(bytes);
            header.Element.ToIntegers(bytes, wide.AsSpan(0, length));
            for (var i = 0; i < length; i++)
            {
                integers[start + i] =
                    wide[i] >= 0 && wide[i] <= int.MaxValue
                        ? (int)wide[i]
                        : throw new GanException(
                            $"Value {start + i} of {file.Name} is {wide[i]}, but labels count classes from 0; number them anew."
                        );
            }
        }

        file.RequireEnd();
        return integers;
    }

    /// <summary>Brings the axes of an array in C order into another order.</summary>
    /// <param name="source">The elements.</param>
    /// <param name="shape">The sizes of the source.</param>
    /// <param name="order">Which axis of the source comes first, second and so on.</param>
    public static byte[] Transposed(byte[] source, long[] shape, int[] order)
    {
        Training.Libtorch.Require();
        using var scope = NewDisposeScope();
        var elements = tensor(source, uint8, CPU).reshape(shape);
        var transposed = elements.permute([.. order.Select(axis => (long)axis)]).contiguous();
        return transposed.bytes.ToArray();
    }

    private static Tensor Allocate(NumpyArrayFile file)
    {
        try
        {
            return HostTensor.Allocate(file.Header.Length / file.Header.Element.Size).DetachFromDisposeScope();
        }
        catch (ExternalException failure)
        {
            throw new GanException(
                $"There is no memory for the shape {ShapeText.Of(file.Header.Shape)} that {file.Name} declares; split it.",
                failure
            );
        }
    }

    private static Tensor InOrder(Tensor values, NumpyHeader header)
    {
        using var scope = NewDisposeScope();
        if (!header.IsFortranOrder)
        {
            return values.reshape(header.Shape).DetachFromDisposeScope();
        }

        // The last axis changes slowest: the array in C order with its axes reversed.
        var reversed = values.reshape([.. header.Shape.Reverse()]);
        long[] axes = [.. Enumerable.Range(0, header.Shape.Length).Reverse().Select(axis => (long)axis)];
        return reversed.permute(axes).contiguous().DetachFromDisposeScope();
    }
}
