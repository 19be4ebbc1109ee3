using System.Buffers.Binary;
using System.IO.Compression;

namespace GanDsl;

/// <summary>
/// Writes pictures as PNG (ISO/IEC 15948), 8 bits a channel, grey or RGB.
/// </summary>
/// <remarks>
/// The encoder is ours because no imaging package runs on every platform that TorchSharp runs on: System.Drawing is
/// for Windows and the others bring native code of their own.
/// </remarks>
public static class PngFile
{
    private const byte Grey = 0;
    private const byte Rgb = 2;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pixels">
    /// height * width * channels bytes, row by row from the top, the channels of a pixel side by side; 0 is black.
    /// </param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <exception cref="ArgumentException">The sizes are not positive, or <paramref name="pixels"/> is not of that size.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void Write(string path, byte[] pixels, int width, int height, int channels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(
                nameof(channels),
                channels,
                "A PNG here has 1 channel (grey) or 3 (RGB)."
            );
        if (pixels.LongLength != (long)width * height * channels)
            throw new ArgumentException(
                $"A picture {width} wide and {height} high with {channels} channels needs {(long)width * height * channels} bytes, but {pixels.LongLength} were given.",
                nameof(pixels)
            );

        FileReplacement.Write(path, stream => Write(stream, pixels, width, height, channels));
    }

    private static void Write(Stream stream, byte[] pixels, int width, int height, int channels)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8; // bits a channel
        header[9] = channels == 1 ? Grey : Rgb;
        header[10..].Clear(); // deflate, the standard filters, not interlaced

        stream.Write(Signature);
        WriteChunk(stream, "IHDR"u8, header);
        WriteChunk(stream, "IDAT"u8, Compress(pixels, width * channels));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static ReadOnlySpan<byte> Compress(byte[] pixels, int rowLength)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            for (int start = 0; start < pixels.Length; start += rowLength)
            {
                zlib.WriteByte(0); // filter "None"
                zlib.Write(pixels, start, rowLength);
            }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        stream.Write(number);
    }
}
