using static TorchSharp.torch;

namespace GanDsl.ToyData;

/// <summary>
/// Sounds [1, length] like those of a plucked string or a small bell: one of five pitches (C4, D4, E4, G4, A4) and its octave, with
/// random phase, loudness and brightness, ringing out in some 50 to 100 ms. Audio to train on that needs no download.
/// </summary>
/// <remarks>
/// Sound i has the pitch i mod 5 and depends on the seed and on i alone, so a longer set of the same seed starts with the shorter
/// one. All values are in [-1, 1].
/// </remarks>
public sealed class SyntheticTones : Dataset
{
    /// <summary>The octave of the highest pitch, 880 Hz, has to be below half the sample rate.</summary>
    private const int LeastSampleRate = 2000;

    private static readonly double[] FivePitches = [261.63, 293.66, 329.63, 392.00, 440.00];

    private readonly float[] samples;
    private readonly int length;

    /// <summary>Draws the sounds, in parallel.</summary>
    /// <param name="count">How many sounds, at least 1.</param>
    /// <param name="length">Samples of a sound, at least 1; the default is a quarter of a second.</param>
    /// <param name="sampleRate">Samples a second, at least 2000.</param>
    /// <param name="seed">Which sounds; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below that.</exception>
    /// <exception cref="GanException">All sounds together are larger than an array can be.</exception>
    public SyntheticTones(int count, int length = 1024, int sampleRate = 4000, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (count > Array.MaxLength / length)
        {
            throw new GanException(
                $"Cannot play {count} synthetic tones: they would not fit into one array; play at most {Array.MaxLength / length}."
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, LeastSampleRate);

        (Count, this.length, SampleRate) = (count, length, sampleRate);
        Description = $"the {count} synthetic tones of seed {seed}";
        samples = new float[count * length];
        Parallel.For(
            0,
            count,
            i =>
            {
                var random = SplitMix64.Of(seed, i);
                ToneRenderer.Draw(FivePitches[Pitch(i)], sampleRate, ref random, samples.AsSpan(i * length, length));
            }
        );
    }

    /// <summary>The frequencies of the fundamentals, in hertz.</summary>
    public static IReadOnlyList<double> Pitches => FivePitches;

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>The shape of a sound: [1, length].</summary>
    public override IReadOnlyList<long> ExampleShape => [1, length];

    /// <inheritdoc/>
    public override ValueRange Range => ValueRange.MinusOneToOne;

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead => true;

    /// <summary>Which of the <see cref="Pitches"/> a sound has, 0 to 4.</summary>
    /// <param name="index">Which sound, in [0, <see cref="Dataset.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside that range.</exception>
    public int Pitch(int index)
    {
        CheckIndices([index]);
        return index % FivePitches.Length;
    }

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        var batch = HostTensor.AllocateBatch(indices.Length, ExampleShape);
        var values = HostTensor.Values(batch);
        for (var i = 0; i < indices.Length; i++)
        {
            samples.AsSpan(indices[i] * length, length).CopyTo(values[(i * length)..]);
        }

        GC.KeepAlive(batch);
        return batch;
    }

    /// <summary>Counts how many signals sound like tones of these pitches.</summary>
    /// <param name="signals">A tensor [N, 1, length], N and length at least 1; a signal that is not finite is no tone.</param>
    /// <param name="sampleRate">Samples a second, at least 2000.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public static ToneQuality Evaluate(Tensor signals, int sampleRate = 4000)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, LeastSampleRate);
        var shape = signals.shape;
        if (shape.Length != 3 || shape[1] != 1 || shape.Contains(0))
        {
            throw new ArgumentException(
                $"Tones are signals [N, 1, length], at least one, but the tensor is {ShapeText.Of(shape)}.",
                nameof(signals)
            );
        }

        var analysis = new ToneAnalysis(FivePitches, sampleRate);
        var values = HostTensor.ToArray(signals);
        int[] heard = [.. values.Chunk((int)shape[2]).Select(signal => analysis.PitchOf(signal)).OfType<int>()];
        return new ToneQuality(heard.Distinct().Count(), FivePitches.Length, heard.Length / (double)shape[0]);
    }
}
