using System.Numerics;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

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
        Libtorch.Require();
        var length = (long)BitOperations.RoundUpToPowerOf2((uint)signal.Length);
        using var scope = NewDisposeScope();
        var frequencies = fft.rfft(tensor(signal.ToArray(), float64), length);
        return [.. frequencies.abs().square().data<double>()];
    }
}
