using System.Buffers.Binary;
using System.Text;

namespace GanDsl;

/// <summary>A part of a PNG file (Portable Network Graphics, third edition, section 5.3).</summary>
/// <param name="Type">Its name, four letters.</param>
/// <param name="Data">Its content.</param>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data)
{
    /// <summary>The bytes that each PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => PngHeader.Signature;

    /// <summary>The parts of a whole file, whose checksums are not looked at.</summary>
    public static IEnumerable<PngChunk> Of(ReadOnlyMemory<byte> png)
    {
        for (var rest = png[Signature.Length..]; !rest.IsEmpty; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
            yield return new(Encoding.ASCII.GetString(rest.Span.Slice(4, 4)), rest.Slice(8, length));
            rest = rest[(12 + length)..];
        }
    }

    /// <summary>Writes it: the length, the name, the content, and the checksum of name and content.</summary>
    public void Write(Stream stream)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, Data.Length);
        stream.Write(number);
        var type = Encoding.ASCII.GetBytes(Type);
        stream.Write(type);
        stream.Write(Data.Span);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, Data.Span));
        stream.Write(number);
    }
}
