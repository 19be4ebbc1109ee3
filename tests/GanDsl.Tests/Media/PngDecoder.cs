using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GanDsl.Tests;

/// <summary>Reads the PNG files that the library may write, with a checksum computed bit by bit.</summary>
internal sealed record PngDecoder(int Width, int Height, int Channels, byte[] Pixels)
{
    public static PngDecoder Read(string path)
    {
        var file = File.ReadAllBytes(path);
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], file[..8]);

        byte[] header = [];
        var compressed = new MemoryStream();
        var types = new List<string>();
        for (var start = 8; start < file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(start));
            ReadOnlySpan<byte> checkedPart = file.AsSpan(start + 4, length + 4);
            var checksum = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(start + 8 + length));
            Assert.Equal(Crc(checkedPart), checksum);
            types.Add(Encoding.ASCII.GetString(checkedPart[..4]));
            if (types[^1] == "IHDR")
            {
                header = checkedPart[4..].ToArray();
            }

            if (types[^1] == "IDAT")
            {
                compressed.Write(checkedPart[4..]);
            }

            start += 12 + length;
        }

        // Where a name begins with a small letter, a reader may pass over the chunk.
        Assert.Equal(["IHDR", "IDAT", "IEND"], types.Where(type => char.IsAsciiLetterUpper(type[0])).Distinct());
        Assert.Equal((8, 0, 0, 0), (header[8], header[10], header[11], header[12]));
        var width = BinaryPrimitives.ReadInt32BigEndian(header);
        var height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        var channels = header[9] switch
        {
            0 => 1,
            2 => 3,
            byte other => throw new InvalidDataException($"colour type {other}"),
        };
        return new PngDecoder(width, height, channels, Unfilter(compressed, width * channels, height, channels));
    }

    public byte At(int x, int y, int channel = 0) => Pixels[(y * Width + x) * Channels + channel];

    // Section 9 of the PNG standard: each byte is stored as the difference to what its neighbours let expect.
    private static byte[] Unfilter(MemoryStream compressed, int rowLength, int height, int pixelLength)
    {
        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var pixels = new byte[rowLength * height];
        for (var row = 0; row < height; row++)
        {
            var filter = zlib.ReadByte();
            zlib.ReadExactly(pixels, row * rowLength, rowLength);
            for (var i = 0; i < rowLength; i++)
            {
                var left = i < pixelLength ? (byte)0 : pixels[row * rowLength + i - pixelLength];
                var above = row == 0 ? (byte)0 : pixels[(row - 1) * rowLength + i];
                var corner = i < pixelLength || row == 0 ? (byte)0 : pixels[(row - 1) * rowLength + i - pixelLength];
                pixels[row * rowLength + i] += filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (byte)((left + above) / 2),
                    4 => Paeth(left, above, corner),
                    _ => throw new InvalidDataException($"filter {filter}"),
                };
            }
        }

        Assert.Equal(-1, zlib.ReadByte());
        return pixels;
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var expected = left + above - corner;
        return new[] { left, above, corner }.MinBy(value => Math.Abs(expected - value));
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = ~0u;
        foreach (var b in data)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var mix = (crc ^ (uint)(b >> bit)) & 1;
                crc = (crc >> 1) ^ (mix * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
