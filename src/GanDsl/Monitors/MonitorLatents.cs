using GanDsl.Training;

namespace GanDsl;

/// <summary>Latents of their own for monitors, the same every time: those that a program samples stay the ones that they were.</summary>
internal static class MonitorLatents
{
    // Far from those that training and sampling draw from.
    private const int Sequence = 1_000;

    /// <summary>Draws latents.</summary>
    /// <param name="gan">The GAN, whose declaration says what they are drawn from.</param>
    /// <param name="count">How many, at least 1.</param>
    public static LatentBatch Draw(IGan gan, int count)
    {
        using var source = new LatentSource(
            gan.LatentDimensions,
            gan.LatentDistribution,
            gan.Settings.Seed,
            Sequence,
            gan.Device
        );
        return new UntypedLatents(source.Draw(count), gan.LatentDimensions);
    }
}
