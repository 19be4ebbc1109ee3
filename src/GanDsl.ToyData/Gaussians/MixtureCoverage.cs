using System.Globalization;

namespace GanDsl.ToyData;

/// <summary>
/// How well points cover a mixture of Gaussians, counted as in Srivastava et al., "VEEGAN" (2017): a point is of high quality
/// when it lies within three standard deviations of a mode, and a mode is covered when it has such a point.
/// </summary>
/// <param name="ModesCovered">Modes with at least one point of high quality.</param>
/// <param name="ModeCount">Modes of the mixture.</param>
/// <param name="HighQuality">
/// The fraction of points of high quality, in [0, 1]; 1 - exp(-9/2) = 0.989 for points of the mixture itself.
/// </param>
public sealed record MixtureCoverage(int ModesCovered, int ModeCount, double HighQuality)
{
    /// <summary>"modes 8/8, high quality 93.1 %".</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"modes {ModesCovered}/{ModeCount}, high quality {100 * HighQuality:F1} %"
        );
}
