using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Signals [N, channels, length], such as audio or time series.</summary>
public abstract class SignalBatch : Batch
{
    /// <summary>Takes a tensor over; see <see cref="Batch(Tensor, ReadOnlySpan{long})"/>.</summary>
    /// <param name="tensor">A floating-point tensor [N, channels, length].</param>
    /// <param name="channels">Values at one moment.</param>
    /// <param name="length">Moments.</param>
    /// <param name="range">The interval of the values.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected SignalBatch(Tensor tensor, long channels, long length, ValueRange range = ValueRange.MinusOneToOne)
        : base(tensor, channels, length) => Range = range;

    /// <summary>The interval of the values.</summary>
    public ValueRange Range { get; }

    /// <summary>Saves the signals as sound, one after another in one WAV file of 16 bits and one channel.</summary>
    /// <param name="path">The file, usually *.wav; one that exists is replaced once the new one is complete.</param>
    /// <param name="sampleRate">Samples a second, at least 1.</param>
    /// <param name="pause">The silence after each signal, in seconds; finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="sampleRate"/> is not positive, or <paramref name="pause"/> is negative or not finite.
    /// </exception>
    /// <exception cref="GanException">
    /// The signals have several channels, there are none or too many for a file, or it cannot be written.
    /// </exception>
    public void SaveWav(string path, int sampleRate, double pause = 0.25)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegative(pause);
        if (!double.IsFinite(pause))
            throw new ArgumentOutOfRangeException(
                nameof(pause),
                pause,
                "The pause must be a finite number of seconds."
            );
        if (ExampleShape[0] != 1)
            throw new GanException(
                $"A sound here has 1 channel, but these signals have {ExampleShape[0]}: choose one of them, or save the values with SaveNpy."
            );
        if (Count == 0)
            throw new GanException($"There are no signals to write to '{path}'.");

        int length = (int)ExampleShape[1];
        double distance = length + Math.Round(pause * sampleRate);
        if (distance * Count > Array.MaxLength)
            throw new GanException(
                $"Cannot write '{path}': {Count} signals with pauses between them make more than 2^31 samples; write fewer signals or a shorter pause."
            );

        float[] values = HostTensor.ToArray(Tensor);
        var sound = new float[(int)distance * Count];
        for (int i = 0; i < Count; i++)
            values.AsSpan(i * length, length).CopyTo(sound.AsSpan(i * (int)distance));
        WavFile.Write(path, sound, sampleRate);
    }

    /// <summary>Saves signals, beside real ones, as an SVG drawing.</summary>
    /// <param name="path">The file, usually *.svg; one that exists is replaced once the new one is complete.</param>
    /// <param name="real">Real signals [M, channels, length] to compare with.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">One of the tensors has no signals.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public void SaveWaveforms(string path, Tensor real, string title = "Real and generated signals") =>
        WaveformPlot.Save(path, real, Tensor, Range, title);
}
