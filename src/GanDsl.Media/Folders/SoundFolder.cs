using NAudio.Wave;
using NAudio.Wave.SampleProviders;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The WAV files of a folder and of the folders below as signals <c>[C, L]</c> in [-1, 1], in the order of their paths. A long file is
/// several examples, one behind the other; what is left at its end, and what a short file lacks, is silence.
/// </summary>
/// <remarks>
/// Files of another sample rate are resampled; stereo becomes mono by the mean of both channels, and mono becomes stereo by repetition.
/// </remarks>
public sealed class SoundFolder : Dataset
{
    private readonly FolderFiles paths;
    private readonly int channels;
    private readonly int length;
    private readonly int[] ends;
    private readonly BoundedCache<float[]> cache;

    /// <summary>Lists the sounds of a folder and reads how long each is.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="channels">1 for mono, 2 for stereo.</param>
    /// <param name="length">The samples of an example in each channel, at least 1.</param>
    /// <param name="sampleRate">Samples a second of the examples, at least 1.</param>
    /// <param name="cachedBytes">The bytes of sounds that stay in memory, at least 0; later ones are read anew every time. Default: 1 GiB.</param>
    /// <exception cref="GanException">There is no such folder, no WAV file in it, or one that cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public SoundFolder(string path, int channels, int length, int sampleRate, long cachedBytes = 1L << 30)
    {
        if (channels is not (1 or 2))
        {
            throw new ArgumentOutOfRangeException(
                nameof(channels),
                channels,
                "Sounds are read with 1 channel (mono) or 2 (stereo)."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegative(cachedBytes);
        (this.channels, this.length, SampleRate) = (channels, length, sampleRate);
        cache = new BoundedCache<float[]>(cachedBytes);
        paths = FolderFiles.Of(path, "sound", ".wav");
        ends = new int[paths.Count];
        for (var file = 0; file < paths.Count; file++)
        {
            ends[file] = checked((file == 0 ? 0 : ends[file - 1]) + ExamplesIn(file));
        }

        Description = $"the {paths.Count} sounds of '{path}'";
    }

    /// <summary>Samples a second of the examples.</summary>
    public int SampleRate { get; }

    /// <inheritdoc/>
    public override int Count => ends[^1];

    /// <inheritdoc/>
    public override IReadOnlyList<long> ExampleShape => [channels, length];

    /// <inheritdoc/>
    public override ValueRange Range => ValueRange.MinusOneToOne;

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead => true;

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        var batch = HostTensor.AllocateBatch(indices.Length, ExampleShape);
        var values = HostTensor.Values(batch);
        values.Clear();
        for (var row = 0; row < indices.Length; row++)
        {
            CopyExample(indices[row], values.Slice(row * channels * length, channels * length));
        }

        GC.KeepAlive(batch);
        return batch;
    }

    private void CopyExample(int index, Span<float> example)
    {
        var file = Array.BinarySearch(ends, index + 1);
        file = file < 0 ? ~file : file;
        var sound = SoundOf(file);
        var first = (index - (file == 0 ? 0 : ends[file - 1])) * length;
        var count = Math.Min(length, (sound.Length / channels) - first);
        for (var sample = 0; sample < count; sample++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                example[(channel * length) + sample] = Math.Clamp(
                    sound[((first + sample) * channels) + channel],
                    -1,
                    1
                );
            }
        }
    }

    /// <summary>The samples of a file, channels in turn.</summary>
    private float[] SoundOf(int file)
    {
        if (cache.Find(file) is { } known)
        {
            return known;
        }

        var sound = Decode(file);
        cache.Keep(file, sound, sizeof(float) * (long)sound.Length);
        return sound;
    }

    private int ExamplesIn(int file) =>
        WithReader(
            file,
            reader =>
            {
                var samples = (double)reader.SampleCount / reader.WaveFormat.SampleRate * SampleRate;
                return checked((int)Math.Max(1, Math.Ceiling(Math.Round(samples) / length)));
            }
        );

    private float[] Decode(int file) =>
        WithReader(
            file,
            reader =>
            {
                var sound = InChannels(file, reader.ToSampleProvider());
                if (sound.WaveFormat.SampleRate != SampleRate)
                {
                    sound = new WdlResamplingSampleProvider(sound, SampleRate);
                }

                var samples = new List<float>();
                var buffer = new float[1 << 16];
                for (int read; (read = sound.Read(buffer)) > 0; )
                {
                    samples.AddRange(buffer.AsSpan(0, read));
                }

                return samples.ToArray();
            }
        );

    private ISampleProvider InChannels(int file, ISampleProvider sound) =>
        (sound.WaveFormat.Channels, channels) switch
        {
            var (given, wanted) when given == wanted => sound,
            (2, 1) => new StereoToMonoSampleProvider(sound),
            (1, 2) => new MonoToStereoSampleProvider(sound),
            var (given, _) => throw new GanException(
                $"'{paths[file]}' has {given} channels, but sounds of 1 or 2 channels are read; mix it down or remove it."
            ),
        };

    private T WithReader<T>(int file, Func<WaveFileReader, T> use)
    {
        try
        {
            using var reader = new WaveFileReader(paths[file]);
            return use(reader);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or UnauthorizedAccessException
                        or FormatException
                        or InvalidOperationException
                        or ArgumentException
                        or NotSupportedException
                        or OverflowException
            )
        {
            throw new GanException(
                $"'{paths[file]}' cannot be read as sound: {failure.Message.TrimEnd('.')}; mend or remove it.",
                failure
            );
        }
    }
}
