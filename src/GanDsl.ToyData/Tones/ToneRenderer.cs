namespace GanDsl.ToyData;

/// <summary>Draws one tone: a fundamental and its octave, which start at a random phase and ring out.</summary>
internal static class ToneRenderer
{
    /// <summary>The time in which the sound sets in, in seconds: without it, a random phase starts with a click.</summary>
    private const double Attack = 0.002;

    /// <summary>Fills a signal with a tone of the given pitch.</summary>
    /// <param name="pitch">The frequency of the fundamental, in hertz.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="random">Chooses loudness, brightness, phase and how long the tone rings.</param>
    /// <param name="signal">The samples, all in [-1, 1] afterwards.</param>
    public static void Draw(double pitch, int sampleRate, ref SplitMix64 random, Span<float> signal)
    {
        var loudness = random.NextDouble(0.6, 0.95);
        var brightness = random.NextDouble(0.1, 0.35);
        var ring = random.NextDouble(0.05, 0.1);
        var phase = random.NextDouble(0, 2 * Math.PI);
        for (var i = 0; i < signal.Length; i++)
        {
            var time = (double)i / sampleRate;
            var turn = 2 * Math.PI * pitch * time + phase;
            var fundamental = Math.Exp(-time / ring) * Math.Sin(turn);
            // As on a string or a bell, the higher partial dies away sooner.
            var octave = Math.Exp(-2 * time / ring) * Math.Sin(2 * turn);
            var onset = 1 - Math.Exp(-time / Attack);
            signal[i] = (float)(loudness * onset * ((1 - brightness) * fundamental + brightness * octave));
        }
    }
}
