using System.Globalization;

namespace GanDsl.ToyData;

/// <summary>
/// How much signals sound like tones of <see cref="SyntheticTones"/>. A signal counts as a tone when its strongest frequency is one of
/// the pitches, at least half of its energy is at that pitch and its octave, each within half a semitone, and its second half has at
/// most a quarter of the energy of its first half.
/// </summary>
/// <param name="PitchesHeard">Pitches of which there is a tone.</param>
/// <param name="PitchCount">Pitches that there are.</param>
/// <param name="Tones">The fraction of signals that count as a tone, in [0, 1].</param>
public sealed record ToneQuality(int PitchesHeard, int PitchCount, double Tones)
{
    /// <summary>"pitches 5/5, tones 93.1 %".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"pitches {PitchesHeard}/{PitchCount}, tones {100 * Tones:F1} %");
}
