using GanDsl.Training;

namespace GanDsl;

/// <summary>A <see cref="TrainingProgress"/> in a checkpoint.</summary>
internal sealed record ProgressRecord
{
    public required long Step { get; init; }

    public required int Epoch { get; init; }

    public required int StepOfEpoch { get; init; }

    public required int EpochOfTraining { get; init; }

    public required int StepOfTraining { get; init; }

    public required long DiscriminatorUpdates { get; init; }

    public static ProgressRecord Of(TrainingProgress progress) =>
        new()
        {
            Step = progress.Step,
            Epoch = progress.Epoch,
            StepOfEpoch = progress.StepOfEpoch,
            EpochOfTraining = progress.EpochOfTraining,
            StepOfTraining = progress.StepOfTraining,
            DiscriminatorUpdates = progress.DiscriminatorUpdates,
        };

    /// <summary>Whether training can have come to these counts.</summary>
    public bool IsPossible =>
        Step >= StepOfTraining
        && StepOfTraining >= 0
        && Epoch >= EpochOfTraining
        && EpochOfTraining >= 0
        && StepOfEpoch >= 0
        && DiscriminatorUpdates >= 0;
}
