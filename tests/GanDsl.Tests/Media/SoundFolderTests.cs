using System.Buffers.Binary;

namespace GanDsl.Tests.Media;

/// <summary>WAV files as signals, held against files whose every byte is written here.</summary>
public sealed class SoundFolderTests : IDisposable
{
    private const int Rate = 8000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-sounds-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_as_many_examples_as_it_fills_and_silence_behind_it()
    {
        Write("a.wav", [100, 200, 300, 400, 500], channels: 1);
        Write("deep/b.WAV", [7], channels: 1);
        using var data = new SoundFolder(folder.FullName, 1, 3, Rate);

        Assert.Equal(3, data.Count);
        Assert.Equal([1, 3], data.ExampleShape);
        Assert.Equal([100, 200, 300], IntegersOf(data, 0));
        Assert.Equal([400, 500, 0], IntegersOf(data, 1));
        Assert.Equal([7, 0, 0], IntegersOf(data, 2));
    }

    /// <summary>13 / 44100 · 44100 is a little more than 13, and 26 / 44100 · 22050 as well.</summary>
    [Theory]
    [InlineData(13, 44_100, 44_100)]
    [InlineData(26, 44_100, 22_050)]
    public void A_file_that_fills_its_examples_is_followed_by_none_of_silence(int samples, int given, int wanted)
    {
        Write("a.wav", [.. Enumerable.Repeat((short)1000, samples)], channels: 1, given);
        using var data = new SoundFolder(folder.FullName, 1, 13, wanted);

        Assert.Equal(1, data.Count);
    }

    [Fact]
    public void Stereo_becomes_mono_by_the_mean_and_mono_stereo_by_repetition()
    {
        Write("a.wav", [100, 300, 200, 400], channels: 2);
        Write("b.wav", [50, 60], channels: 1);
        using var mono = new SoundFolder(folder.FullName, 1, 2, Rate);
        using var stereo = new SoundFolder(folder.FullName, 2, 2, Rate);

        Assert.Equal([200, 300], IntegersOf(mono, 0));
        Assert.Equal([100, 200, 300, 400], IntegersOf(stereo, 0));
        Assert.Equal([50, 60, 50, 60], IntegersOf(stereo, 1));
    }

    [Fact]
    public void Another_sample_rate_keeps_the_pitch()
    {
        // 440 Hz for a second at 16 kHz, read at 8 kHz.
        const int given = 2 * Rate;
        var tone = Enumerable.Range(0, given).Select(i => (short)(16_000 * Math.Sin(2 * Math.PI * 440 * i / given)));
        Write("a.wav", [.. tone], channels: 1, given);
        using var data = new SoundFolder(folder.FullName, 1, Rate, Rate);

        Assert.Equal(1, data.Count);
        var read = IntegersOf(data, 0)[1000..7000];

        // A filter may delay the wave, so its parts in phase and a quarter behind are looked at together.
        double Wave(int i) => 2 * Math.PI * 440 * (i + 1000) / Rate;
        var sine = read.Select((value, i) => value * Math.Sin(Wave(i))).Sum() * 2 / read.Length;
        var cosine = read.Select((value, i) => value * Math.Cos(Wave(i))).Sum() * 2 / read.Length;
        Assert.InRange(Math.Sqrt((sine * sine) + (cosine * cosine)), 15_500, 16_500);
        var rest = read.Select((value, i) => value - (sine * Math.Sin(Wave(i))) - (cosine * Math.Cos(Wave(i))));
        Assert.All(rest, value => Assert.InRange(value, -400, 400));
    }

    [Fact]
    public void No_bit_depends_on_what_is_cached()
    {
        foreach (var number in Enumerable.Range(0, 10))
        {
            Write($"{number}.wav", [.. Enumerable.Range(0, 10 + number).Select(i => (short)(i * number))], channels: 1);
        }

        using var all = new SoundFolder(folder.FullName, 1, 4, Rate);
        using var none = new SoundFolder(folder.FullName, 1, 4, Rate, cachedBytes: 0);

        foreach (var index in Enumerable.Range(0, all.Count).Concat(Enumerable.Range(0, all.Count).Reverse()))
        {
            Assert.Equal(IntegersOf(none, index), IntegersOf(all, index));
        }
    }

    [Fact]
    public void A_file_that_is_no_sound_is_refused_by_its_name()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "bad.wav"), "no sound at all");

        var refusal = Assert.Throws<GanException>(() => new SoundFolder(folder.FullName, 1, 4, Rate));

        Assert.Contains("bad.wav", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_folder_without_sounds_is_refused() =>
        Assert.Contains(
            "no sound",
            Assert.Throws<GanException>(() => new SoundFolder(folder.FullName, 1, 4, Rate)).Message
        );

    private static int[] IntegersOf(Dataset data, int index)
    {
        using var example = data.Read([index]);
        return [.. example.data<float>().ToArray().Select(value => (int)Math.Round(value * 32768))];
    }

    private void Write(string name, short[] samples, short channels, int rate = Rate)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var bytes = new byte[44 + (2 * samples.Length)];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), 2 * rate * channels);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), (short)(2 * channels));
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), 2 * samples.Length);
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + (2 * i)), samples[i]);
        }

        File.WriteAllBytes(path, bytes);
    }
}
