namespace GanDsl.ToyData;

/// <summary>Finds out whether a signal sounds like a tone of one of a few pitches that rings out.</summary>
internal sealed class ToneAnalysis(IReadOnlyList<double> pitches, int sampleRate)
{
    /// <summary>Half a semitone: how far off a pitch a frequency may be.</summary>
    private static readonly double Tolerance = Math.Pow(2, 0.5 / 12);

    /// <summary>
    /// The number of the pitch, or null. The strongest frequency has to be at the pitch, half of the energy at the pitch and its
    /// octave, and the second half of the signal may have a quarter of the energy of the first half.
    /// </summary>
    public int? PitchOf(ReadOnlySpan<float> signal)
    {
        var middle = signal.Length / 2;
        var early = Energy(signal[..middle]);
        var late = Energy(signal[middle..]);
        // Also false where a value is not finite.
        if (!(early > 0 && late <= early / 4))
        {
            return null;
        }

        var spectrum = Spectrum.Energy(signal);
        var step = sampleRate / 2.0 / (spectrum.Length - 1);
        var strongest = step * Array.IndexOf(spectrum, spectrum.Max());
        for (var i = 0; i < pitches.Count; i++)
        {
            if (IsAt(pitches[i], strongest))
            {
                return Purity(spectrum, step, pitches[i]) >= 0.5 ? i : null;
            }
        }

        return null;
    }

    /// <summary>The share of the energy that is at a pitch or its octave.</summary>
    private static double Purity(double[] spectrum, double step, double pitch)
    {
        double tone = 0;
        for (var bin = 0; bin < spectrum.Length; bin++)
        {
            if (IsAt(pitch, bin * step) || IsAt(2 * pitch, bin * step))
            {
                tone += spectrum[bin];
            }
        }

        return tone / spectrum.Sum();
    }

    private static bool IsAt(double pitch, double frequency) =>
        frequency >= pitch / Tolerance && frequency <= pitch * Tolerance;

    private static double Energy(ReadOnlySpan<float> signal)
    {
        double energy = 0;
        foreach (var value in signal)
        {
            energy += (double)value * value;
        }

        return energy;
    }
}
