using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Serialization;

/// <summary>
/// One tensor in TorchSharp's files: the element type, the number of dimensions and their sizes as LEB128 numbers, then
/// the elements in row-major order and little-endian.
/// </summary>
internal static class TensorFormat
{
    private const int BlockSize = 1 << 20;

    public static unsafe void Write(BinaryWriter writer, Tensor tensor)
    {
        using var noGradients = no_grad();
        using var detached = tensor.detach();
        using var onHost = detached.cpu();
        using var elements = onHost.contiguous();
        writer.Encode((long)elements.dtype);
        var shape = elements.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape)
        {
            writer.Encode(size);
        }

        var data = (byte*)elements.DataPointer();
        var length = elements.numel() * elements.element_size();
        for (long done = 0; done < length; done += BlockSize)
        {
            writer.Write(new ReadOnlySpan<byte>(data + done, (int)Math.Min(BlockSize, length - done)));
        }
    }

    /// <summary>Reads a tensor onto the host.</summary>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    /// <exception cref="EndOfStreamException">The data ends too early.</exception>
    public static unsafe Tensor Read(BinaryReader reader)
    {
        var (type, shape, _) = ReadHeader(reader);
        var tensor = torch.empty(shape, type, torch.CPU);
        try
        {
            var data = (byte*)tensor.DataPointer();
            var length = tensor.numel() * tensor.element_size();
            for (long done = 0; done < length; done += BlockSize)
            {
                ReadExactly(reader, new Span<byte>(data + done, (int)Math.Min(BlockSize, length - done)));
            }

            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Passes over a tensor.</summary>
    /// <returns>Its element type and shape.</returns>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    /// <exception cref="EndOfStreamException">The data ends too early.</exception>
    public static (ScalarType Type, long[] Shape) Skip(BinaryReader reader)
    {
        var (type, shape, length) = ReadHeader(reader);
        var block = new byte[Math.Min(BlockSize, length)];
        for (long done = 0; done < length; done += block.Length)
        {
            ReadExactly(reader, block.AsSpan(0, (int)Math.Min(block.Length, length - done)));
        }

        return (type, shape);
    }

    private static (ScalarType Type, long[] Shape, long Bytes) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)checked((sbyte)Math.Min(reader.Decode(), sbyte.MaxValue));
        var elementSize = ElementSize(type);
        var dimensions = reader.Decode();
        if (dimensions > 64)
        {
            throw new InvalidDataException($"The data has a tensor of {dimensions} dimensions: it is damaged.");
        }

        var shape = new long[dimensions];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.Decode();
        }

        return (type, shape, Bytes(reader, shape, elementSize));
    }

    private static long Bytes(BinaryReader reader, long[] shape, long elementSize)
    {
        // Checked against what is there before memory is asked for: damaged sizes can be anything.
        var stream = reader.BaseStream;
        var available = stream.CanSeek ? stream.Length - stream.Position : long.MaxValue;
        Int128 bytes = elementSize;
        foreach (var size in shape)
        {
            bytes *= size;
            if (bytes > long.MaxValue)
            {
                break;
            }
        }

        return bytes <= available
            ? (long)bytes
            : throw new EndOfStreamException(
                $"The data announces a tensor of shape [{string.Join(", ", shape)}], {bytes} bytes, but ends after {available}: it is damaged or incomplete."
            );
    }

    private static void ReadExactly(BinaryReader reader, Span<byte> block)
    {
        for (var rest = block; rest.Length > 0; )
        {
            var count = reader.Read(rest);
            if (count == 0)
            {
                throw new EndOfStreamException("The data ends within a tensor: it is damaged or incomplete.");
            }

            rest = rest[count..];
        }
    }

    private static long ElementSize(ScalarType type) =>
        type switch
        {
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
            ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
            ScalarType.ComplexFloat64 => 16,
            _ => throw new InvalidDataException(
                $"The data has a tensor with the element type {(int)type}, which does not exist: it is damaged or not TorchSharp's."
            ),
        };
}
