using System.Buffers.Binary;

namespace GanDsl;

/// <summary>
/// The framing of TensorFlow's TFRecord files: the length as 64 bits, its masked CRC-32C, the bytes, their masked CRC-32C, all
/// little-endian.
/// </summary>
internal static class RecordFraming
{
    private const int LengthSize = sizeof(ulong);
    private const int ChecksumSize = sizeof(uint);

    /// <summary>Writes one record.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> record)
    {
        Span<byte> header = stackalloc byte[LengthSize + ChecksumSize];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[LengthSize..], Crc32C.Masked(header[..LengthSize]));
        Span<byte> footer = stackalloc byte[ChecksumSize];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, Crc32C.Masked(record));
        stream.Write(header);
        stream.Write(record);
        stream.Write(footer);
    }
}
