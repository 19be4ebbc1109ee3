using System.Buffers.Binary;
using System.Text;

namespace GanDsl.Endurance.Files;

/// <summary>Changes a file of the format safetensors in its length, its header or its values, each for itself.</summary>
internal static class SafeTensorsMutation
{
    private const int BytesOfLength = 8;

    private static readonly byte[][] OddValues =
    [
        [0, 0, 0xC0, 0x7F],
        [0, 0, 0x80, 0x7F],
        [0, 0, 0x80, 0xFF],
        [0, 0, 0, 0, 0, 0, 0xF8, 0x7F],
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
    ];

    public static byte[] Of(byte[] file, Random random)
    {
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        var header = file[BytesOfLength..(BytesOfLength + length)];
        var values = file[(BytesOfLength + length)..];
        switch (random.Next(6))
        {
            case 0:
                return [.. LengthBytes(OddLength(length, random)), .. header, .. values];
            case 1:
                var odd = OddValues[random.Next(OddValues.Length)];
                odd.CopyTo(values, random.Next((values.Length - odd.Length) / 4) * 4);
                return [.. LengthBytes((ulong)length), .. header, .. values];
            case 2:
                header = ByteMutation.Of(header, random);
                break;
            default:
                header = Encoding.UTF8.GetBytes(JsonMutation.Of(Encoding.UTF8.GetString(header), random));
                break;
        }

        return [.. LengthBytes((ulong)header.Length), .. header, .. values];
    }

    private static ulong OddLength(int length, Random random) =>
        random.Next(6) switch
        {
            0 => 0,
            1 => (ulong)(length + random.Next(-9, 10)),
            2 => ulong.MaxValue,
            3 => 100_000_000,
            4 => (ulong)random.NextInt64(),
            _ => 1UL << random.Next(64),
        };

    private static byte[] LengthBytes(ulong length)
    {
        var bytes = new byte[BytesOfLength];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }
}
