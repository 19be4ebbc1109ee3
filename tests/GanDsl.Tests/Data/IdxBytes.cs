using System.Buffers.Binary;
using System.IO.Compression;

namespace GanDsl.Tests;

/// <summary>IDX files made in the test, independently of the reader.</summary>
internal static class IdxBytes
{
    public static byte[] Header(uint magic, params uint[] dimensions)
    {
        var bytes = new byte[4 + 4 * dimensions.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, magic);
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + 4 * i), dimensions[i]);
        }

        return bytes;
    }

    /// <summary>Images whose pixels count up from <paramref name="first"/>, byte by byte.</summary>
    public static byte[] Images(int count, int height, int width, byte first = 0) =>
        [
            .. Header(0x803, (uint)count, (uint)height, (uint)width),
            .. Enumerable.Range(first, count * height * width).Select(value => (byte)value),
        ];

    public static byte[] Labels(params byte[] labels) => [.. Header(0x801, (uint)labels.Length), .. labels];

    public static byte[] Gzip(byte[] content)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }
}
