using System.Buffers.Binary;

namespace GanDsl;

/// <summary>Writes sound as WAV: one channel of 16-bit PCM, which everything plays.</summary>
public static class WavFile
{
    private const int HeaderLength = 44;
    private const int BytesPerSample = sizeof(short);
    private const short Pcm = 1;
    private const short Channels = 1;

    /// <summary>Writes samples; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <param name="path">The file, usually *.wav.</param>
    /// <param name="samples">
    /// Values in [-1, 1], where 1 is full scale, 32767; beyond them the nearer end is written. NaN is silence.
    /// </param>
    /// <param name="sampleRate">Samples a second, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sampleRate"/> is not positive.</exception>
    /// <exception cref="GanException">There are more samples than fit into a file, or it cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        if (samples.Length > (Array.MaxLength - HeaderLength) / BytesPerSample)
            throw new GanException(
                $"Cannot write '{path}': {samples.Length} samples take more than 2 GB; write them to several files."
            );

        byte[] file = new byte[HeaderLength + BytesPerSample * samples.Length];
        WriteHeader(file, sampleRate);
        for (int i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(
                file.AsSpan(HeaderLength + BytesPerSample * i),
                ToInteger(samples[i])
            );
        FileReplacement.Write(path, stream => stream.Write(file));
    }

    private static short ToInteger(float sample) =>
        float.IsNaN(sample) ? (short)0 : (short)MathF.Round(Math.Clamp(sample, -1, 1) * short.MaxValue);

    /// <summary>The chunk "RIFF" around a chunk "fmt " of 16 bytes and the start of the chunk "data".</summary>
    private static void WriteHeader(Span<byte> file, int sampleRate)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], Channels);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(file[28..], BytesPerSample * (uint)sampleRate);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], BytesPerSample * Channels);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], 8 * BytesPerSample);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderLength);
    }
}
