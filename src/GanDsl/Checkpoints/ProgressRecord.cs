using GanDsl.Training;

namespace GanDsl;

/// <summary>A <see cref="TrainingProgress"/> in a checkpoint.</summary>
internal sealed record ProgressRecord
{
    /// <summary>More than any training counts, and far from where a count would overflow.</summary>
    public const long Most = 1L << 53;

    public required long Step { get; init; }

    public required int Epoch { get; init; }

    public required long ExampleOfEpoch { get; init; }

    public required int ExamplesOfData { get; init; }

    public required int EpochOfTraining { get; init; }

    public required int StepOfTraining { get; init; }

    public required long DiscriminatorUpdates { get; init; }

    public static ProgressRecord Of(TrainingProgress progress) =>
        new()
        {
            Step = progress.Step,
            Epoch = progress.Epoch,
            ExampleOfEpoch = progress.ExampleOfEpoch,
            ExamplesOfData = progress.ExamplesOfData,
            EpochOfTraining = progress.EpochOfTraining,
            StepOfTraining = progress.StepOfTraining,
            DiscriminatorUpdates = progress.DiscriminatorUpdates,
        };

    /// <summary>Whether training can have come to these counts.</summary>
    public bool IsPossible =>
        Step <= Most
        && Step >= StepOfTraining
        && StepOfTraining is >= 0 and < int.MaxValue
        && Epoch is >= 0 and < int.MaxValue
        && EpochOfTraining >= 0
        && EpochOfTraining <= Epoch
        && ExampleOfEpoch is >= 0 and <= Most
        && ExamplesOfData >= 0
        && DiscriminatorUpdates is >= 0 and <= Most;
}
