using System.Globalization;
using GanDsl.Training;

namespace GanDsl;

/// <summary>
/// Notices that D tells all examples apart for long, so that nearly nothing is left for G to learn from: the mean of D's loss over the last
/// steps is close to 0 (Arjovsky and Bottou 2017).
/// </summary>
/// <remarks>
/// Only of losses with a bound that is known (<see cref="IGan.LeastDiscriminatorLoss"/>). It notices nothing in a Wasserstein GAN, whose critic has
/// none and is meant to be good, nor with a loss of the user's own; nor in the min-max game with smoothed labels, whose cross-entropy stays above its
/// bound. Least squares reach theirs with smoothed labels, too.
/// </remarks>
public sealed class DiscriminatorWon : TrainingMonitor
{
    private readonly double threshold;
    private readonly int steps;
    private readonly RecentMean recent;

    /// <summary>Chooses what counts as won.</summary>
    /// <param name="threshold">How close to its bound the mean loss is where D has won, above 0. Default: 0.05; 2 log 2 = 1.39 is that of a D that cannot tell.</param>
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
        ArgumentNullException.ThrowIfNull(gan);
        ArgumentNullException.ThrowIfNull(steps);
        if (gan.LeastDiscriminatorLoss is not { } least)
        {
            return null;
        }

        foreach (var step in steps)
        {
            recent.Add(step.DiscriminatorLoss);
        }

        // Label smoothing is for losses with labels, and can be declared once.
        var remedy = gan.UndecidedScore == 0.5 ? "a penalty or label smoothing" : "a penalty";
        return recent.Value is { } mean && mean - least < threshold
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The discriminator has won: its loss was {mean:G3} on average over the last {this.steps} steps, and the generator learns hardly "
                    + $"anything; train the discriminator more slowly, or hold it back by {remedy}."
            )
            : null;
    }
}
