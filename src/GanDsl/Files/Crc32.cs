namespace GanDsl;

/// <summary>The checksum of PNG and zip files, CRC-32 (ISO 3309; Portable Network Graphics, third edition, annex D).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(OfByte)];

    /// <summary>The checksum of two parts, one after the other.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        ~Continue(Continue(~0u, first), second);

    /// <summary>The checksum of all that is left of a stream.</summary>
    public static uint Of(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var crc = ~0u;
        for (int count; (count = stream.Read(buffer)) > 0; )
        {
            crc = Continue(crc, buffer.AsSpan(0, count));
        }

        return ~crc;
    }

    private static uint Continue(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint OfByte(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
        }

        return crc;
    }
}
