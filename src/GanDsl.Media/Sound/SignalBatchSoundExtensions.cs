namespace GanDsl;

/// <summary>Saves signals as sound.</summary>
public static class SignalBatchSoundExtensions
{
    /// <summary>Saves the signals as sound, one after another in one WAV file of 16 bits and one channel.</summary>
    /// <param name="signals">The signals.</param>
    /// <param name="path">The file, *.wav; one that exists is replaced once the new one is complete.</param>
    /// <param name="sampleRate">Samples a second, at least 1.</param>
    /// <param name="pause">The silence after each signal, in seconds; finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="sampleRate"/> is not positive, or <paramref name="pause"/> is negative or not finite.
    /// </exception>
    /// <exception cref="GanException">
    /// The signals have several channels, there are none or too many for a file, or it cannot be written.
    /// </exception>
    public static void SaveWav(this SignalBatch signals, string path, int sampleRate, double pause = 0.25)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegative(pause);
        if (!double.IsFinite(pause))
        {
            throw new ArgumentOutOfRangeException(
                nameof(pause),
                pause,
                "The pause must be a finite number of seconds."
            );
        }

        if (signals.ExampleShape[0] != 1)
        {
            throw new GanException(
                $"A sound here has 1 channel, but these signals have {signals.ExampleShape[0]}: choose one of them, or save the values with SaveNpy."
            );
        }

        var count = signals.Count;
        if (count == 0)
        {
            throw new GanException($"There are no signals to write to '{path}'.");
        }

        var length = (int)signals.ExampleShape[1];
        var distance = length + Math.Round(pause * sampleRate);
        if (distance * count > Array.MaxLength)
        {
            throw new GanException(
                $"Cannot write '{path}': {count} signals with pauses between them make more than 2^31 samples; write fewer signals or a shorter pause."
            );
        }

        var values = HostTensor.ToArray(signals.Tensor);
        var sound = new float[(int)distance * count];
        for (var i = 0; i < count; i++)
        {
            values.AsSpan(i * length, length).CopyTo(sound.AsSpan(i * (int)distance));
        }

        WavFile.Write(path, sound, sampleRate);
    }
}
