using System.Buffers.Binary;
using System.Text;

namespace GanDsl.Tests.Runs;

/// <summary>
/// Reads event files of TensorBoard by the published field numbers, with checksums computed bit by bit; shares nothing with what writes them.
/// </summary>
internal static class EventFile
{
    /// <summary>The events of a file, whose every checksum has to be right.</summary>
    public static IReadOnlyList<RecordedEvent> Read(string path) => [.. Records(ReadShared(path)).Select(EventOf)];

    /// <summary>The bytes of each record.</summary>
    public static IEnumerable<byte[]> Records(byte[] file)
    {
        for (var start = 0; start < file.Length; )
        {
            var length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(start)));
            Assert.Equal(
                Masked(file[start..(start + 8)]),
                BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(start + 8))
            );
            var record = file[(start + 12)..(start + 12 + length)];
            Assert.Equal(Masked(record), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(start + 12 + length)));
            yield return record;
            start += 16 + length;
        }
    }

    /// <summary>CRC-32C, reflected polynomial 0x82F63B78, a bit at a time.</summary>
    public static uint Checksum(byte[] data)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return crc ^ 0xFFFFFFFF;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static uint Masked(byte[] data)
    {
        var crc = Checksum(data);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8u);
    }

    private static RecordedEvent EventOf(byte[] record)
    {
        var fields = Fields(record);
        var wallTime = BitConverter.UInt64BitsToDouble((ulong)fields[1].Single());
        var step = fields[2].Any() ? (long)(ulong)fields[2].Single() : 0;
        var version = fields[3].Any() ? Text(fields[3].Single()) : null;
        ulong? session = fields[7].Any() ? (ulong)Fields(fields[7].Single())[1].Single() : null;
        RecordedValue[] values =
        [
            .. fields[5].SelectMany(summary => Fields(summary)[1]).Select(value => ValueOf(Fields(value))),
        ];
        return new(wallTime, step, version, session, values);
    }

    private static RecordedValue ValueOf(ILookup<int, object> value)
    {
        var tag = Text(value[1].Single());
        if (value[2].Any())
        {
            return new(tag, Scalar: BitConverter.UInt32BitsToSingle((uint)value[2].Single()));
        }

        if (value[4].Any())
        {
            var image = Fields(value[4].Single());
            return new(
                tag,
                Size: ((int)(ulong)image[1].Single(), (int)(ulong)image[2].Single(), (int)(ulong)image[3].Single()),
                Picture: (byte[])image[4].Single()
            );
        }

        var tensor = Fields(value[8].Single());
        Assert.Equal(7ul, tensor[1].Single());
        Assert.Equal(1ul, Fields(Fields(tensor[2].Single())[2].Single())[1].Single());
        var plugin = Fields(Fields(value[9].Single())[1].Single());
        Assert.Equal("text", Text(plugin[1].Single()));
        return new(tag, Markdown: Text(tensor[8].Single()));
    }

    /// <summary>The fields of a message: ulong, uint or byte[].</summary>
    private static ILookup<int, object> Fields(object message)
    {
        var bytes = (byte[])message;
        var fields = new List<(int Field, object Value)>();
        for (var at = 0; at < bytes.Length; )
        {
            var key = Varint(bytes, ref at);
            object value;
            switch (key & 7)
            {
                case 0:
                    value = Varint(bytes, ref at);
                    break;
                case 1:
                    value = BitConverter.ToUInt64(bytes, at);
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes, ref at);
                    value = bytes[at..(at + length)];
                    at += length;
                    break;
                case 5:
                    value = BitConverter.ToUInt32(bytes, at);
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"wire type {key & 7}");
            }

            fields.Add(((int)(key >> 3), value));
        }

        return fields.ToLookup(field => field.Field, field => field.Value);
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    private static string Text(object bytes) => Encoding.UTF8.GetString((byte[])bytes);
}
