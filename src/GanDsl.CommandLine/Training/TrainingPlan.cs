using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>How much work a training is.</summary>
/// <param name="Steps">The training steps of all of it.</param>
/// <param name="Epochs">The epochs of a data set; null for a sampler, which has none.</param>
/// <param name="ExamplesPerStep">Real examples of one training step, on average.</param>
internal sealed record TrainingPlan(long Steps, EpochEnds? Epochs, double ExamplesPerStep)
{
    /// <summary>Between two checkpoints of a data set: to write one takes as long as some dozens of the steps of a small GAN.</summary>
    public const int LeastStepsOfCheckpoints = 100;

    /// <summary>Between two checkpoints of a sampler.</summary>
    public const int StepsWithoutEpochs = 1000;

    /// <summary>The steps that were trained before, where a run goes on.</summary>
    public long StepsBefore { get; init; }

    /// <summary>The steps of the first epoch; null for a sampler.</summary>
    public long? StepsOfEpoch => Epochs?.StepsOfEpoch;

    /// <summary>The steps between checkpoints where nothing else is typed: whole epochs, but none that pass in a moment.</summary>
    public long StepsOfCheckpoints =>
        StepsOfEpoch is { } length ? length * ((LeastStepsOfCheckpoints + length - 1) / length) : StepsWithoutEpochs;

    /// <summary>The epochs that are begun; null for a sampler.</summary>
    public long? EpochCount => Epochs?.CountBegunIn(Steps);

    /// <summary>The plan of training on a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="gan">The GAN, with the options of now.</param>
    /// <param name="resumedFrom">Where it goes on; null where it begins.</param>
    public static TrainingPlan Of(Dataset data, IGan gan, ProgressRecord? resumedFrom = null)
    {
        var settings = gan.Settings;
        var epochs = new EpochEnds(
            gan.DiscriminatorSchedule,
            settings.BatchSize,
            data.Count,
            settings.Epochs,
            resumedFrom
        );
        var steps = epochs.LastWithin(settings.Steps ?? long.MaxValue);
        return new(steps, epochs, ExamplesOf(gan, steps)) { StepsBefore = gan.StepCount };
    }

    /// <summary>The plan of training on a sampler.</summary>
    /// <exception cref="GanException">There is no number of steps.</exception>
    public static TrainingPlan Of(IGan gan)
    {
        var steps =
            gan.Settings.Steps
            ?? throw new GanException(
                "Training on a sampler has no end of its own; give the number of steps with --steps."
            );
        return new(steps, null, ExamplesOf(gan, steps)) { StepsBefore = gan.StepCount };
    }

    /// <summary>Whether an epoch or all of the training ends with a step.</summary>
    public bool EndsWith(long step) => step == Steps || Epochs?.Contains(step) == true;

    /// <summary>In words, such as "10 epochs of 250 steps on 32 examples".</summary>
    public override string ToString() =>
        StepsOfEpoch is { } length && EpochCount is { } epochs && Steps == epochs * length
            ? $"{Counted(epochs, "epoch")} of {Counted(length, "step")} on {Counted(ExamplesPerStep, "example")}"
            : $"{Counted(Steps, "step")} on {Counted(ExamplesPerStep, "example")}";

    private static string Counted(double count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:0.#} {unit}{(count == 1 ? "" : "s")}");

    private static double ExamplesOf(IGan gan, long steps) =>
        (double)gan.DiscriminatorSchedule.StepsBefore(steps) / steps * gan.Settings.BatchSize;
}
