using System.Text;

namespace GanDsl.Tests;

public sealed class WavFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The whole file, as "Multimedia Programming Interface and Data Specifications 1.0" (IBM and Microsoft, 1991) lays it out.
    [Fact]
    public void Is_the_file_that_the_format_describes()
    {
        var file = Saved([0, 1, -1], 8000);

        byte[] expected =
        [
            .. "RIFF"u8,
            42,
            0,
            0,
            0,
            .. "WAVE"u8,
            .. "fmt "u8,
            16,
            0,
            0,
            0,
            1,
            0, // PCM
            1,
            0, // channels
            0x40,
            0x1F,
            0,
            0, // 8000 samples a second
            0x80,
            0x3E,
            0,
            0, // 16000 bytes a second
            2,
            0, // bytes of a moment
            16,
            0, // bits of a sample
            .. "data"u8,
            6,
            0,
            0,
            0,
            0,
            0,
            0xFF,
            0x7F,
            0x01,
            0x80,
        ];
        Assert.Equal(expected, file);
    }

    [Fact]
    public void Samples_read_back_within_half_a_step()
    {
        float[] samples = [.. Enumerable.Range(0, 1001).Select(i => -1 + i / 500f)];

        var read = Samples(Saved(samples, 4000));

        Assert.Equal(samples.Length, read.Length);
        for (var i = 0; i < samples.Length; i++)
        {
            Assert.Equal(samples[i] * 32767.0, read[i], 0.501);
        }
    }

    [Fact]
    public void Clips_what_is_too_loud_and_keeps_still_where_there_is_no_number()
    {
        float[] samples = [1.5f, -1.0001f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1e30f];

        Assert.Equal([32767, -32767, 32767, -32767, 0, 32767], Samples(Saved(samples, 4000)));
    }

    [Fact]
    public void No_samples_make_a_file_of_none()
    {
        var file = Saved([], 44100);

        Assert.Equal(44, file.Length);
        Assert.Equal([0, 0, 0, 0], file[40..]);
    }

    [Fact]
    public void Refuses_a_rate_of_none_and_what_cannot_be_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WavFile.Write(folder["sound.wav"], [0], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WavFile.Write(folder["sound.wav"], [0], -8000));
        Assert.Throws<GanException>(() => WavFile.Write(folder["sound.mp3"], [0], 8000));
        Assert.Empty(folder.Files);
    }

    private byte[] Saved(float[] samples, int sampleRate)
    {
        WavFile.Write(folder["sound.wav"], samples, sampleRate);
        return File.ReadAllBytes(folder["sound.wav"]);
    }

    /// <summary>The samples after the header, least byte first.</summary>
    internal static short[] Samples(byte[] file)
    {
        Assert.Equal("data", Encoding.ASCII.GetString(file, 36, 4));
        return [.. file[44..].Chunk(2).Select(pair => (short)(pair[0] | pair[1] << 8))];
    }
}
