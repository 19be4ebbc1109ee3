using GanDsl.CommandLine;
using GanDsl.Training;

namespace GanDsl.Examples.Tests;

/// <summary>Where epochs end, against a count step by step.</summary>
public sealed class EpochEndsTests
{
    private const int Epochs = 5;

    public static TheoryData<int, DiscriminatorSchedule> Schedules =>
        new()
        {
            { 8, 1 },
            { 7, 1 },
            { 5, 3 },
            {
                4,
                new DiscriminatorSchedule(1) { Other = 3, First = 4 }
            },
            {
                3,
                new DiscriminatorSchedule(2) { Other = 5, Every = 3 }
            },
            {
                6,
                new DiscriminatorSchedule(1)
                {
                    Other = 4,
                    First = 2,
                    Every = 4,
                }
            },
        };

    [Theory]
    [MemberData(nameof(Schedules), DisableDiscoveryEnumeration = true)]
    public void From_the_beginning(int batchSize, DiscriminatorSchedule schedule) =>
        Check(batchSize, schedule, resumedFrom: null, 48);

    /// <summary>In the middle of the second epoch, with another minibatch before; on other data that epoch begins anew.</summary>
    [Theory]
    [MemberData(nameof(Schedules), DisableDiscoveryEnumeration = true)]
    public void From_a_checkpoint(int batchSize, DiscriminatorSchedule schedule)
    {
        var resumedFrom = new ProgressRecord
        {
            Step = 9,
            Epoch = 2,
            EpochOfTraining = 2,
            ExampleOfEpoch = 18,
            ExamplesOfData = 48,
            StepOfTraining = 9,
            DiscriminatorUpdates = 9,
        };
        Check(batchSize, schedule, resumedFrom, 48);
        Check(batchSize, schedule, resumedFrom, 50);
        Check(batchSize, schedule, resumedFrom with { ExampleOfEpoch = 48 }, 48);
    }

    private static void Check(int batchSize, DiscriminatorSchedule schedule, ProgressRecord? resumedFrom, int examples)
    {
        var ends = new EpochEnds(schedule, batchSize, examples, Epochs, resumedFrom);
        var step = resumedFrom?.Step ?? 0;
        var used = resumedFrom?.ExamplesOfData == examples ? resumedFrom.ExampleOfEpoch : 0;
        var expected = new List<long>();
        for (var epoch = resumedFrom?.EpochOfTraining ?? 1; epoch <= Epochs; epoch++)
        {
            while (used + (schedule.At(step) * batchSize) <= examples)
            {
                used += schedule.At(step) * batchSize;
                step++;
                Assert.Equal(epoch, ends.CountBegunIn(step));
            }

            expected.Add(step);
            used = 0;
        }

        var first = (resumedFrom?.Step ?? 0) + 1;
        Assert.Equal(
            expected.Where(end => end >= first),
            Enumerable.Range((int)first, (int)(step - first) + 1).Select(each => (long)each).Where(ends.Contains)
        );
        Assert.Equal(step, ends.LastWithin(long.MaxValue));
        Assert.Equal(step - 1, ends.LastWithin(step - 1));
        Assert.Equal(step, ends.LastWithin(step + 1));
    }
}
