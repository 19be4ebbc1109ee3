using System.Xml.Linq;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class SignalBatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sounds_follow_one_another_with_silence_after_each()
    {
        using var sounds = new Sounds(tensor(new float[] { 1, -1, 0, 1, -1, -1, 1, 1 }, [2, 1, 4]));

        sounds.SaveWav(folder["sounds.wav"], sampleRate: 8, pause: 0.25);

        const short full = 32767;
        Assert.Equal(
            [full, -full, 0, full, 0, 0, -full, -full, full, full, 0, 0],
            WavFileTests.Samples(File.ReadAllBytes(folder["sounds.wav"]))
        );
    }

    [Fact]
    public void No_pause_makes_one_sound()
    {
        using var sounds = new Sounds(ones(3, 1, 4));

        sounds.SaveWav(folder["sounds.wav"], 4000, pause: 0);

        Assert.Equal(
            Enumerable.Repeat((short)32767, 12),
            WavFileTests.Samples(File.ReadAllBytes(folder["sounds.wav"]))
        );
    }

    [Fact]
    public void Refuses_several_channels_none_and_more_than_a_file_takes()
    {
        using var stereo = new StereoSounds(zeros(1, 2, 4));
        using var none = new Sounds(zeros(0, 1, 4));
        using var sounds = new Sounds(zeros(2, 1, 4));
        var path = folder["sounds.wav"];

        Assert.Contains("these signals have 2", Assert.Throws<GanException>(() => stereo.SaveWav(path, 4000)).Message);
        Assert.Contains("no signals", Assert.Throws<GanException>(() => none.SaveWav(path, 4000)).Message);
        Assert.Contains("pause", Assert.Throws<GanException>(() => sounds.SaveWav(path, 4000, pause: 1e6)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => sounds.SaveWav(path, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sounds.SaveWav(path, 4000, pause: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sounds.SaveWav(path, 4000, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => sounds.SaveWav(path, 4000, double.NaN));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Draws_its_signals_beside_real_ones()
    {
        using var sounds = new Sounds(zeros(2, 1, 4));
        using var real = zeros(3, 1, 4);

        sounds.SaveWaveforms(folder["waves.svg"], real, "Two of three");

        Assert.Contains("Two of three", XElement.Load(folder["waves.svg"]).Value);
    }

    private sealed class Sounds(Tensor tensor) : SignalBatch(tensor, 1, 4);

    private sealed class StereoSounds(Tensor tensor) : SignalBatch(tensor, 2, 4);
}
