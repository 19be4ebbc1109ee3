using System.Buffers.Binary;
using System.Numerics;

namespace GanDsl;

/// <summary>The checksum CRC-32C (Castagnoli 1993; RFC 3720, appendix B.4), and how TensorFlow stores it.</summary>
internal static class Crc32C
{
    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = ~0u;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        }

        foreach (var b in data)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }

    /// <summary>
    /// The checksum as it stands in a file of records: rotated by 15 bits and moved, because the checksum of bytes that hold their own
    /// checksum says little.
    /// </summary>
    public static uint Masked(ReadOnlySpan<byte> data) =>
        unchecked(BitOperations.RotateRight(Of(data), 15) + MaskDelta);
}
