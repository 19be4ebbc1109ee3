using System.Numerics;

namespace GanDsl.ToyData;

/// <summary>How the energy of a signal is spread over frequencies.</summary>
internal static class Spectrum
{
    /// <summary>
    /// The energy |X[k]|² at the frequencies k / n of the sample rate, k from 0 to n / 2, of a signal that is continued with zeros to
    /// n samples, the next power of two.
    /// </summary>
    public static double[] Energy(ReadOnlySpan<float> signal)
    {
        var values = new Complex[BitOperations.RoundUpToPowerOf2((uint)signal.Length)];
        for (int i = 0; i < signal.Length; i++)
            values[i] = signal[i];

        Transform(values);
        return
        [
            .. values
                .Take(values.Length / 2 + 1)
                .Select(value => value.Real * value.Real + value.Imaginary * value.Imaginary),
        ];
    }

    /// <summary>The fast Fourier transform of Cooley and Tukey (1965), radix 2, in place.</summary>
    private static void Transform(Span<Complex> values)
    {
        if (values.Length == 1)
            return;

        int half = values.Length / 2;
        var (even, odd) = (new Complex[half], new Complex[half]);
        for (int i = 0; i < half; i++)
            (even[i], odd[i]) = (values[2 * i], values[2 * i + 1]);
        Transform(even);
        Transform(odd);
        for (int k = 0; k < half; k++)
        {
            Complex turned = Complex.FromPolarCoordinates(1, -Math.PI * k / half) * odd[k];
            (values[k], values[half + k]) = (even[k] + turned, even[k] - turned);
        }
    }
}
