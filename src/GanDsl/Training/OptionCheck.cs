using System.ComponentModel;
using System.Globalization;

namespace GanDsl.Training;

/// <summary>The checks of the generated options. Each throws a <see cref="GanException"/> that names the option.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OptionCheck
{
    /// <summary>Refuses a number below <paramref name="least"/>.</summary>
    public static void AtLeast(int least, int value, string option)
    {
        if (value < least)
        {
            throw Refused(option, value, $"at least {least}");
        }
    }

    /// <summary>Refuses minibatches that cannot be cut into equal parts of whole packs.</summary>
    /// <param name="batchSize">The examples of a minibatch.</param>
    /// <param name="parts">The parts whose gradients are accumulated.</param>
    /// <param name="packing">The examples that the discriminator judges at once.</param>
    public static void WholeParts(int batchSize, int parts = 1, int packing = 1)
    {
        if (batchSize % (parts * packing) != 0)
        {
            throw Refused(
                "BatchSize",
                batchSize,
                $"a multiple of {parts * packing}, {StepRows.Reason(parts, packing)}"
            );
        }
    }

    /// <summary>Refuses minibatches of which one training step would take more rows than can be counted.</summary>
    public static void RowsPerStep(int discriminatorSteps, int batchSize)
    {
        if ((long)discriminatorSteps * batchSize > int.MaxValue)
        {
            throw new GanException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"DiscriminatorSteps is {discriminatorSteps} and BatchSize is {batchSize}, so one step would take "
                        + $"{(long)discriminatorSteps * batchSize} examples, but it can take at most {int.MaxValue}."
                )
            );
        }
    }

    /// <summary>Refuses a step size that is not above 0, or with which float32 would overflow.</summary>
    public static void LearningRate(double value, string option)
    {
        if (value is not (> 0 and <= Hyperparameter.GreatestLearningRate))
        {
            throw Refused(
                option,
                value,
                FormattableString.Invariant($"a number above 0, at most {Hyperparameter.GreatestLearningRate}")
            );
        }
    }

    /// <summary>The number of training steps on a sampler, which has no end of its own.</summary>
    public static int StepsOfSampler(int? steps)
    {
        if (steps is not { } count)
        {
            throw new GanException("A sampler has no end: give Train a number of steps, or set Options.Steps.");
        }

        AtLeast(1, count, "steps");
        return count;
    }

    private static GanException Refused(string option, IFormattable value, string needed) =>
        new($"{option} is {value.ToString(null, CultureInfo.InvariantCulture)}, but it has to be {needed}.");

    /// <summary>Refuses another number of discriminator steps than one where updates are simultaneous.</summary>
    /// <exception cref="GanException">It is another number.</exception>
    public static void OneDiscriminatorStep(int steps)
    {
        if (steps != 1)
        {
            throw new GanException(
                $"DiscriminatorSteps is {steps}, but simultaneous updates have one discriminator step by their definition; leave it at 1."
            );
        }
    }
}
