using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>Where the epochs of a training on a data set end.</summary>
/// <param name="schedule">k of each training step.</param>
/// <param name="batchSize">m.</param>
/// <param name="examples">The examples of the data.</param>
/// <param name="epochs">How often training goes through them.</param>
/// <param name="resumedFrom">Where a run goes on, which may have had another m, other data or another k before; null from the beginning.</param>
internal sealed class EpochEnds(
    DiscriminatorSchedule schedule,
    int batchSize,
    int examples,
    int epochs,
    ProgressRecord? resumedFrom
)
{
    /// <summary>The epoch in which it begins or goes on, from 1.</summary>
    private readonly int firstEpoch = Math.Max(1, resumedFrom?.EpochOfTraining ?? 1);

    /// <summary>The steps of a whole epoch, the first one.</summary>
    public long StepsOfEpoch => EndAfter(0, examples);

    /// <summary>The step with which the last epoch ends, or a limit that comes before.</summary>
    public long LastWithin(long limit)
    {
        if (schedule.IsConstant)
        {
            return Math.Min(limit, FirstEnd + ((Math.Max(epochs, firstEpoch) - firstEpoch) * StepsOfEpoch));
        }

        var last = 0L;
        foreach (var end in Ends())
        {
            last = end;
            if (last >= limit)
            {
                return limit;
            }
        }

        return last;
    }

    /// <summary>Whether an epoch ends with a step that is still to come.</summary>
    public bool Contains(long step) =>
        schedule.IsConstant
            ? step >= FirstEnd && (step - FirstEnd) % StepsOfEpoch == 0
            : Ends().SkipWhile(end => end < step).FirstOrDefault() == step;

    /// <summary>The epochs that are begun in so many steps, with those before.</summary>
    public long CountBegunIn(long steps) =>
        schedule.IsConstant
            ? firstEpoch + Math.Max(0, (steps - FirstEnd + StepsOfEpoch - 1) / StepsOfEpoch)
            : firstEpoch + Ends().TakeWhile(end => end < steps).LongCount();

    private long FirstEnd => EndAfter(resumedFrom?.Step ?? 0, ExamplesLeft);

    /// <summary>The examples that are left of the first epoch. Data of another size begin it anew.</summary>
    private long ExamplesLeft =>
        resumedFrom is { EpochOfTraining: > 0 } && resumedFrom.ExamplesOfData == examples
            ? Math.Max(0, examples - resumedFrom.ExampleOfEpoch)
            : examples;

    private IEnumerable<long> Ends()
    {
        var end = FirstEnd;
        yield return end;
        for (var epoch = firstEpoch; epoch < epochs; epoch++)
        {
            end = EndAfter(end, examples);
            yield return end;
        }
    }

    /// <summary>The last step that so many examples fill, by halving the steps in question.</summary>
    private long EndAfter(long begin, long count)
    {
        var before = schedule.StepsBefore(begin);
        var (filled, tooFar) = (begin, begin + count + 1);
        while (tooFar - filled > 1)
        {
            var middle = filled + ((tooFar - filled) / 2);
            var fits = (schedule.StepsBefore(middle) - before) * batchSize <= count;
            (filled, tooFar) = fits ? (middle, tooFar) : (filled, middle);
        }

        return filled;
    }
}
