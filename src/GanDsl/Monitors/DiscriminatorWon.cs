using System.Globalization;
using GanDsl.Training;

namespace GanDsl;

/// <summary>
/// Notices that D tells all examples apart for long, so that nearly nothing is left for G to learn from: the mean of D's loss over the last
/// steps is close to 0 (Arjovsky and Bottou 2017).
/// </summary>
/// <remarks>
/// Only of losses that 0 bounds from below. It notices nothing in a Wasserstein GAN, whose critic has no such bound and is meant to be
/// good; with smoothed labels the loss never comes close to 0.
/// </remarks>
public sealed class DiscriminatorWon : TrainingMonitor
{
    private const string Unbounded = "WassersteinEstimate";

    private readonly double threshold;
    private readonly int steps;
    private readonly RecentMean recent;

    /// <summary>Chooses what counts as won.</summary>
    /// <param name="threshold">The mean loss below which D has won, above 0. Default: 0.05; 2 log 2 = 1.39 is that of a D that cannot tell.</param>
    /// <param name="steps">Over how many steps, at least 1. Default: 500.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public DiscriminatorWon(double threshold = 0.05, int steps = 500)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (this.threshold, this.steps, recent) = (threshold, steps, new RecentMean(steps));
    }

    /// <inheritdoc/>
    public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Any(step => step.Measurements.Any(measurement => measurement.Name == Unbounded)))
        {
            return null;
        }

        foreach (var step in steps)
        {
            recent.Add(step.DiscriminatorLoss);
        }

        return recent.Value is { } mean && mean >= 0 && mean < threshold
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The discriminator has won: its loss was {mean:G3} on average over the last {this.steps} steps, and the generator learns hardly "
                    + $"anything; train the discriminator more slowly, or hold it back by a penalty or label smoothing."
            )
            : null;
    }
}
