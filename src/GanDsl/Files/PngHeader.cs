using System.Buffers.Binary;

namespace GanDsl;

/// <summary>What the beginning of a PNG file says (Portable Network Graphics, third edition, sections 5.2 and 11.2.1).</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsGrey">Whether a pixel is one brightness.</param>
internal readonly record struct PngHeader(int Width, int Height, bool IsGrey)
{
    private const int Length = 33;
    private const int TypeOffset = 12;
    private const int WidthOffset = 16;
    private const int HeightOffset = 20;
    private const int ColourTypeOffset = 25;

    /// <summary>The bytes that each PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads it; null where the bytes are no PNG.</summary>
    public static PngHeader? Of(ReadOnlySpan<byte> png) =>
        png.Length >= Length && png.StartsWith(Signature) && png[TypeOffset..].StartsWith("IHDR"u8)
            ? new(
                BinaryPrimitives.ReadInt32BigEndian(png[WidthOffset..]),
                BinaryPrimitives.ReadInt32BigEndian(png[HeightOffset..]),
                png[ColourTypeOffset] is 0 or 4
            )
            : null;
}
