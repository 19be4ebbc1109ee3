using System.Globalization;
using GanDsl.Training;

namespace GanDsl;

/// <summary>
/// Notices that D cannot tell real from generated examples any more: the rule of Goodfellow et al. 2014, whose training has converged where
/// D(x) = 1/2, or half of the label of real examples where <c>[LabelSmoothing]</c> lowers it. For <see cref="TrainingMonitors.StopWhen"/>.
/// </summary>
/// <remarks>
/// The mean scores of real and of generated examples are within the tolerance of each other over the last steps and, where the score of a D that
/// cannot tell is known, of that (<see cref="IGan.UndecidedScore"/>). D has to have told them apart before: one that is not trained yet cannot tell either. Of a Wasserstein GAN it
/// notices nothing, as the scale of its scores means nothing; there the estimate of the distance says how far there is to go. Nor does it with a loss
/// of the user's own.
/// </remarks>
public sealed class CannotTell : TrainingMonitor
{
    private readonly double tolerance;
    private readonly int steps;
    private readonly RecentMean real;
    private readonly RecentMean fake;
    private bool couldTell;

    /// <summary>Chooses how close is close enough.</summary>
    /// <param name="tolerance">Of the mean scores, above 0. Default: 0.02.</param>
    /// <param name="steps">Over how many steps, at least 1. Default: 500.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public CannotTell(double tolerance = 0.02, int steps = 500)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (this.tolerance, this.steps) = (tolerance, steps);
        (real, fake) = (new RecentMean(steps), new RecentMean(steps));
    }

    /// <inheritdoc/>
    public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        ArgumentNullException.ThrowIfNull(gan);
        ArgumentNullException.ThrowIfNull(steps);
        // A critic may scale its scores as it likes, and so may what a loss of the user's own asks for.
        if (gan.LeastDiscriminatorLoss is null)
        {
            return null;
        }

        foreach (var step in steps)
        {
            real.Add(step.RealScore);
            fake.Add(step.FakeScore);
            couldTell |= step.RealScore - step.FakeScore > 2 * tolerance;
        }

        return
            couldTell
            && (real.Value, fake.Value) is ({ } ofReal, { } ofFake)
            && Math.Abs(ofReal - ofFake) <= tolerance
            && (
                gan.UndecidedScore is not { } undecided
                || Math.Max(Math.Abs(ofReal - undecided), Math.Abs(ofFake - undecided)) <= tolerance
            )
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The discriminator cannot tell: over the last {this.steps} steps its mean score was {ofReal:F3} for real examples and {ofFake:F3} "
                    + $"for generated ones."
            )
            : null;
    }
}
