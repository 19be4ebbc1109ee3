using NAudio.Wave;

namespace GanDsl;

/// <summary>Writes sound as WAV: one channel of 16-bit PCM, which everything plays.</summary>
public static class WavFile
{
    private const int BitsOfSample = 16;
    private const int Channels = 1;

    /// <summary>The header and the chunk's length have to fit into the 32 bits that the format gives them.</summary>
    private const int MostSamples = (int.MaxValue - 64) / sizeof(short);

    /// <summary>Writes samples; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <param name="path">The file, *.wav.</param>
    /// <param name="samples">
    /// Values in [-1, 1], where 1 is full scale, 32767; beyond them the nearer end is written. NaN is silence.
    /// </param>
    /// <param name="sampleRate">Samples a second, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sampleRate"/> is not positive.</exception>
    /// <exception cref="GanException">
    /// There are more samples than fit into a file, the name does not end in .wav, or it cannot be written.
    /// </exception>
    public static void Write(string path, ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        if (samples.Length > MostSamples)
        {
            throw new GanException(
                $"Cannot write '{path}': {samples.Length} samples take more than 2 GB; write them to several files."
            );
        }

        if (!string.Equals(Path.GetExtension(path), ".wav", StringComparison.OrdinalIgnoreCase))
        {
            throw new GanException($"Cannot write '{path}' as sound: its name has to end in .wav.");
        }

        var integers = new short[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            integers[i] = ToInteger(samples[i]);
        }

        FileReplacement.Write(path, stream => Write(stream, integers, sampleRate));
    }

    private static void Write(Stream stream, short[] samples, int sampleRate)
    {
        using var writer = new WaveFileWriter(stream, new WaveFormat(sampleRate, BitsOfSample, Channels));
        writer.WriteSamples(samples, 0, samples.Length);
    }

    private static short ToInteger(float sample) =>
        float.IsNaN(sample) ? (short)0 : (short)MathF.Round(Math.Clamp(sample, -1, 1) * short.MaxValue);
}
