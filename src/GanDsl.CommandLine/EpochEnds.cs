using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>Where the epochs of a training on a data set end.</summary>
/// <param name="schedule">k of each training step.</param>
/// <param name="batchSize">m.</param>
/// <param name="examples">The examples of the data.</param>
/// <param name="epochs">How often training goes through them.</param>
internal sealed class EpochEnds(DiscriminatorSchedule schedule, int batchSize, int examples, int epochs)
{
    /// <summary>The steps of the first epoch.</summary>
    public long First => EndOfEpoch(0);

    /// <summary>The steps of all of them.</summary>
    public long Last => schedule.IsConstant ? First * epochs : All().Last();

    /// <summary>Whether an epoch ends with a step.</summary>
    public bool Contains(long step) =>
        schedule.IsConstant ? step % First == 0 : All().SkipWhile(end => end < step).FirstOrDefault() == step;

    /// <summary>The epochs that are begun in so many steps.</summary>
    public long Begun(long steps) =>
        schedule.IsConstant ? (steps + First - 1) / First : All().TakeWhile(end => end < steps).LongCount() + 1;

    private IEnumerable<long> All()
    {
        var end = 0L;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            end = EndOfEpoch(end);
            yield return end;
        }
    }

    /// <summary>The last step that the examples of an epoch fill, by halving the steps in question.</summary>
    private long EndOfEpoch(long begin)
    {
        var before = schedule.StepsBefore(begin);
        var (filled, tooFar) = (begin, begin + examples + 1);
        while (tooFar - filled > 1)
        {
            var middle = filled + ((tooFar - filled) / 2);
            var fits = (schedule.StepsBefore(middle) - before) * batchSize <= examples;
            (filled, tooFar) = fits ? (middle, tooFar) : (filled, middle);
        }

        return filled;
    }
}
