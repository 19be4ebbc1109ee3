using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class SyntheticTonesTests
{
    private const int Length = 1024;
    private const int SampleRate = 4000;

    [Fact]
    public void Sounds_depend_on_the_seed_and_their_number_alone()
    {
        using var tones = new SyntheticTones(20);
        using var longer = new SyntheticTones(200);
        using var other = new SyntheticTones(20, seed: 1);

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(Values(tones, i), Values(longer, i));
            Assert.NotEqual(Values(tones, i), Values(other, i));
        }
    }

    [Fact]
    public void No_two_sounds_are_alike()
    {
        using var tones = new SyntheticTones(300);

        Assert.Equal(
            300,
            Enumerable.Range(0, 300).Select(i => string.Join(' ', Values(tones, i).Take(50))).Distinct().Count()
        );
    }

    // Goertzel's algorithm (1958) at each pitch: independent of the Fourier transform that the library uses.
    [Fact]
    public void The_pitch_is_the_one_that_the_number_says()
    {
        using var tones = new SyntheticTones(200, seed: 3);

        for (var i = 0; i < tones.Count; i++)
        {
            var sound = Values(tones, i);
            double[] strengths = [.. SyntheticTones.Pitches.Select(pitch => Strength(sound, pitch))];
            Assert.Equal(i % 5, Array.IndexOf(strengths, strengths.Max()));
            Assert.Equal(i % 5, tones.Pitch(i));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => tones.Pitch(200));
    }

    [Fact]
    public void Every_sound_is_loud_at_first_then_rings_out_and_stays_in_range()
    {
        using var tones = new SyntheticTones(500, seed: 4);

        for (var i = 0; i < tones.Count; i++)
        {
            var sound = Values(tones, i);
            Assert.InRange(sound.Max(Math.Abs), 0.3f, 0.95f);
            Assert.Equal(0, sound[0]);
            var start = sound[..(Length / 4)].Sum(value => (double)value * value);
            var end = sound[^(Length / 4)..].Sum(value => (double)value * value);
            Assert.InRange(end / start, 0, 0.05);
        }
    }

    [Fact]
    public void Phases_are_random()
    {
        // Half of the sounds of one pitch start upwards, give or take four standard errors.
        using var tones = new SyntheticTones(2000, seed: 5);

        var upwards = Enumerable.Range(0, 400).Count(i => Values(tones, 5 * i)[1] > 0);

        Assert.InRange(upwards, 160, 240);
    }

    [Fact]
    public void Reads_as_signals()
    {
        using var tones = new SyntheticTones(6, length: 100, sampleRate: 8000, seed: 5);
        using var fewer = tones.Take(4);
        using var batch = tones.Read([3, 0]);
        using var same = fewer.Read([3, 0]);

        Assert.Equal([2L, 1, 100], batch.shape);
        Assert.Equal([1L, 100], tones.ExampleShape);
        Assert.Equal((4, ValueRange.MinusOneToOne), (fewer.Count, fewer.Range));
        Assert.Equal("the 6 synthetic tones of seed 5", tones.Description);
        Assert.Equal(8000, tones.SampleRate);
        Assert.Equal(batch.reshape(-1).data<float>().ToArray(), same.reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void A_higher_sample_rate_is_the_same_sound()
    {
        using var coarse = new SyntheticTones(10, length: 100, sampleRate: 4000);
        using var fine = new SyntheticTones(10, length: 200, sampleRate: 8000);

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Values(coarse, i), Values(fine, i).Where((_, moment) => moment % 2 == 0));
        }
    }

    [Fact]
    public void Nearly_every_one_of_its_own_sounds_counts_as_a_tone()
    {
        using var tones = new SyntheticTones(1000, seed: 6);
        using var sounds = tones.Read([.. Enumerable.Range(0, 1000)]);

        var quality = SyntheticTones.Evaluate(sounds);

        Assert.Equal((5, 5), (quality.PitchesHeard, quality.PitchCount));
        Assert.InRange(quality.Tones, 0.99, 1);
    }

    [Fact]
    public void Counts_by_hand()
    {
        float[][] sounds =
        [
            Tone(440, ring: 0.06), // A4
            Tone(440 * Math.Pow(2, 0.4 / 12), ring: 0.06), // two fifths of a semitone sharp: still A4
            Tone(440 * Math.Pow(2, 0.7 / 12), ring: 0.06), // out of tune
            Tone(440, ring: 10), // does not ring out
            [.. Tone(440, ring: 0.06).Reverse()], // swells
            [.. Tone(261.63, ring: 0.06).Zip(Tone(700, ring: 0.06), (c, other) => 0.45f * (c + 0.9f * other))], // loudest at C4, but mostly not
            [.. Tone(261.63, ring: 0.06).Zip(Tone(523.25, ring: 0.06), (c, octave) => 0.6f * c + 0.4f * octave)], // C4 with its octave
            new float[Length], // silence
            [.. Enumerable.Repeat(float.NaN, Length)],
        ];
        // In the sixth sound, C4 has 1 / (1 + 0.81) of the energy, 55 %, of which the peak's width leaves less than half in tune.
        using var signals = tensor(sounds.SelectMany(sound => sound).ToArray(), [sounds.Length, 1, Length]);

        var quality = SyntheticTones.Evaluate(signals);

        Assert.Equal(new ToneQuality(2, 5, 3 / 9.0), quality);
    }

    [Fact]
    public void Noise_is_no_tone()
    {
        var random = SplitMix64.Of(7, 0);
        var noise = new float[100 * Length];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (float)(random.NextDouble(-1, 1) * Math.Exp(-(i % Length) / 200.0));
        }

        using var signals = tensor(noise, [100, 1, Length]);

        Assert.Equal(new ToneQuality(0, 5, 0), SyntheticTones.Evaluate(signals));
    }

    [Fact]
    public void Quality_reads_as_a_sentence_in_every_culture()
    {
        var comma = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        System.Globalization.CultureInfo.CurrentCulture = comma;

        Assert.Equal("pitches 4/5, tones 93.1 %", new ToneQuality(4, 5, 0.9312).ToString());
    }

    [Fact]
    public void Refuses_what_makes_no_sounds()
    {
        using var flat = zeros(3, 8);
        using var stereo = zeros(3, 2, 8);
        using var none = zeros(0, 1, 8);

        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticTones(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticTones(1, length: 0));
        Assert.Contains("at most", Assert.Throws<GanException>(() => new SyntheticTones(int.MaxValue)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticTones(1, sampleRate: 1999));
        Assert.Contains("is [3, 8]", Assert.Throws<ArgumentException>(() => SyntheticTones.Evaluate(flat)).Message);
        Assert.Throws<ArgumentException>(() => SyntheticTones.Evaluate(stereo));
        Assert.Throws<ArgumentException>(() => SyntheticTones.Evaluate(none));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticTones.Evaluate(flat, sampleRate: 0));
    }

    [Fact]
    public void Leaves_no_tensor_behind()
    {
        using var tones = new SyntheticTones(4);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 5; i++)
        {
            using var sounds = tones.Read([0, 1]);
            SyntheticTones.Evaluate(sounds);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static float[] Values(SyntheticTones tones, int index)
    {
        using var batch = tones.Read([index]);
        return batch.reshape(-1).data<float>().ToArray();
    }

    private static float[] Tone(double frequency, double ring) =>
        [
            .. Enumerable
                .Range(0, Length)
                .Select(i => (double)i / SampleRate)
                .Select(time => (float)(Math.Exp(-time / ring) * Math.Sin(2 * Math.PI * frequency * time))),
        ];

    private static double Strength(float[] sound, double frequency)
    {
        var cosine = 2 * Math.Cos(2 * Math.PI * frequency / SampleRate);
        var (last, before) = (0.0, 0.0);
        foreach (var value in sound)
        {
            (last, before) = (value + cosine * last - before, last);
        }

        return last * last + before * before - cosine * last * before;
    }
}
