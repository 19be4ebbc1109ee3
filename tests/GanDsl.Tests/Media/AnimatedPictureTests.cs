using System.Buffers.Binary;
using System.Text;
using GanDsl.Tests.Batches;
using SkiaSharp;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class AnimatedPictureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 5, 1)]
    [InlineData(3, 4, 1)]
    [InlineData(3, 3, 4)]
    [InlineData(1, 2, 3)]
    public void Each_frame_has_the_pixels_that_were_given(int channels, int count, int scale)
    {
        using var bytes = randint(0, 256, [count, channels, 6, 9]).to(float32);
        using var frames = bytes / 255f;

        AnimatedPicture.Save(folder["walk.png"], frames, 10, ValueRange.ZeroToOne, scale);

        IReadOnlyList<byte[]> stills = Stills(Chunks(File.ReadAllBytes(folder["walk.png"])));
        Assert.Equal(count, stills.Count);
        var expected = bytes.data<float>().ToArray();
        for (var frame = 0; frame < count; frame++)
        {
            using var picture = SKBitmap.Decode(stills[frame]);
            Assert.Equal((9 * scale, 6 * scale), (picture.Width, picture.Height));
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width; x++)
                {
                    var colour = picture.GetPixel(x, y);
                    byte[] values = [colour.Red, colour.Green, colour.Blue];
                    for (var channel = 0; channel < 3; channel++)
                    {
                        var plane = frame * channels + (channels == 1 ? 0 : channel);
                        Assert.Equal(expected[(plane * 6 + y / scale) * 9 + x / scale], values[channel]);
                    }
                }
            }
        }
    }

    [Fact]
    public void Sequence_numbers_count_control_and_data_together()
    {
        using var frames = rand(4, 3, 8, 8);
        AnimatedPicture.Save(folder["walk.apng"], frames, 25);

        var chunks = Chunks(File.ReadAllBytes(folder["walk.apng"]));

        Assert.Equal(
            ["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"],
            chunks.Select(chunk => chunk.Type)
        );
        Assert.Equal([0, 0, 0, 4, 0, 0, 0, 0], chunks[1].Data);
        Assert.Equal(
            Enumerable.Range(0, 7),
            chunks
                .Where(chunk => chunk.Type is "fcTL" or "fdAT")
                .Select(chunk => BinaryPrimitives.ReadInt32BigEndian(chunk.Data))
        );
    }

    [Theory]
    [InlineData(12, 1, 12)]
    [InlineData(1000, 1, 1000)]
    [InlineData(0.5, 2000, 1000)]
    [InlineData(29.97, 33, 1000)]
    [InlineData(0.02, 50000, 1000)]
    public void The_time_of_a_frame_is_a_fraction(double framesPerSecond, int time, int parts)
    {
        using var frames = rand(2, 1, 3, 7);
        AnimatedPicture.Save(folder["walk.png"], frames, framesPerSecond);

        // Width 7, height 3, no offset, the time, nothing disposed of, the frame in the place of the one before.
        var control = Chunks(File.ReadAllBytes(folder["walk.png"])).Last(chunk => chunk.Type == "fcTL").Data;
        Assert.Equal([0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, .. Big(time), .. Big(parts), 0, 0], control[4..]);
    }

    [Fact]
    public void Another_program_reads_it_as_a_picture()
    {
        using var frames = tensor(new float[] { 0, 1, 1, 0 }, [2, 1, 1, 2]);
        AnimatedPicture.Save(folder["walk.png"], frames, 10, ValueRange.ZeroToOne);

        // Chunks that it does not know have names in small letters, which are passed over.
        var first = PngDecoder.Read(folder["walk.png"]);
        Assert.Equal([0, 255], first.Pixels);
    }

    [Fact]
    public void Batches_save_animations_and_strips()
    {
        using var images = new DigitGan.UnitImages(
            tensor(new float[] { 10, 20, 30, 40, 50, 60 }, [3, 1, 1, 2]).div_(255f)
        );

        images.SaveAnimation(folder["walk.png"], framesPerSecond: 8, scale: 2);
        images.SaveStrip(folder["strip.png"], padding: 0);

        Assert.Equal(3, Stills(Chunks(File.ReadAllBytes(folder["walk.png"]))).Count);
        var strip = PngDecoder.Read(folder["strip.png"]);
        Assert.Equal((6, 1), (strip.Width, strip.Height));
        Assert.Equal([10, 20, 30, 40, 50, 60], strip.Pixels);
    }

    [Fact]
    public void Refuses_what_is_no_animation()
    {
        using var frames = rand(2, 1, 3, 3);
        using var flat = rand(2, 9);
        using var layers = rand(2, 2, 3, 3);
        using var none = rand(0, 1, 3, 3);

        string Message(Tensor images, string name = "a.png") =>
            Assert.Throws<GanException>(() => AnimatedPicture.Save(folder[name], images, 10)).Message;
        Assert.Contains("[2, 9]", Message(flat));
        Assert.Contains("[2, 2, 3, 3]", Message(layers));
        Assert.Contains("at least one", Message(none));
        Assert.Contains(".png or .apng", Message(frames, "a.gif"));
        foreach (var wrong in (double[])[0, -1, 0.01, 1001, double.NaN])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => AnimatedPicture.Save(folder["a.png"], frames, wrong));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => AnimatedPicture.Save(folder["a.png"], frames, 10, scale: 0));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Leaves_no_tensor_behind()
    {
        using var frames = rand(3, 1, 4, 4);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        AnimatedPicture.Save(folder["a.png"], frames, 10);

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    /// <summary>Each frame as a file of its own.</summary>
    private static List<byte[]> Stills(List<(string Type, byte[] Data)> chunks)
    {
        var frames = new List<List<(string, byte[])>>();
        foreach (var (type, data) in chunks)
        {
            if (type == "fcTL")
            {
                frames.Add([]);
            }

            if (type == "IDAT")
            {
                frames[^1].Add(("IDAT", data));
            }

            if (type == "fdAT")
            {
                frames[^1].Add(("IDAT", data[4..]));
            }
        }

        return
        [
            .. frames.Select(frame =>
                (byte[])
                    [
                        137,
                        80,
                        78,
                        71,
                        13,
                        10,
                        26,
                        10,
                        .. new[] { chunks[0] }.Concat(frame).Append(("IEND", [])).SelectMany(Chunk),
                    ]
            ),
        ];
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], file[..8]);
        var chunks = new List<(string, byte[])>();
        for (var start = 8; start < file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(start));
            (string Type, byte[] Data) chunk = (
                Encoding.ASCII.GetString(file, start + 4, 4),
                file[(start + 8)..(start + 8 + length)]
            );
            Assert.Equal(Chunk(chunk), file[start..(start + 12 + length)]);
            chunks.Add(chunk);
            start += 12 + length;
        }

        return chunks;
    }

    private static byte[] Chunk((string Type, byte[] Data) chunk)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Data];
        var bytes = new byte[8 + named.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, chunk.Data.Length);
        named.CopyTo(bytes, 4);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + named.Length), Checksum(named));
        return bytes;
    }

    // CRC-32, a bit at a time.
    private static uint Checksum(byte[] data)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return crc ^ 0xFFFFFFFF;
    }

    private static byte[] Big(int value) => [(byte)(value >> 8), (byte)value];
}
