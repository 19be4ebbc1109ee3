namespace GanDsl.CommandLine;

/// <summary>How much work a training is.</summary>
/// <param name="Steps">The training steps of all of it.</param>
/// <param name="StepsPerEpoch">The steps that the data fill; null for a sampler, which has no epochs.</param>
/// <param name="ExamplesPerStep">Real examples of one training step.</param>
internal sealed record TrainingPlan(long Steps, long? StepsPerEpoch, int ExamplesPerStep)
{
    /// <summary>The steps that were trained before, where a run goes on.</summary>
    public long Begun { get; init; }

    /// <summary>The epochs that are begun; null for a sampler.</summary>
    public long? Epochs => (Steps + StepsPerEpoch - 1) / StepsPerEpoch;

    /// <summary>The plan of training on a data set.</summary>
    public static TrainingPlan Of(Dataset data, IGanOptions options)
    {
        var examplesPerStep = options.BatchSize * options.DiscriminatorSteps;
        long stepsPerEpoch = data.Count / examplesPerStep;
        var all = stepsPerEpoch * options.Epochs;
        return new(Math.Min(all, options.Steps ?? all), stepsPerEpoch, examplesPerStep);
    }

    /// <summary>The plan of training on a sampler.</summary>
    /// <exception cref="GanException">There is no number of steps.</exception>
    public static TrainingPlan Of(IGanOptions options) =>
        new(
            options.Steps
                ?? throw new GanException(
                    "Training on a sampler has no end of its own; give the number of steps with --steps."
                ),
            null,
            options.BatchSize * options.DiscriminatorSteps
        );

    /// <summary>Whether an epoch or all of the training ends with a step.</summary>
    public bool EndsWith(long step) => step == Steps || (StepsPerEpoch is { } length && step % length == 0);

    /// <summary>In words, such as "10 epochs of 250 steps on 32 examples".</summary>
    public override string ToString() =>
        StepsPerEpoch is { } length && Steps % length == 0
            ? $"{Epochs} epochs of {length} steps on {ExamplesPerStep} examples"
            : $"{Steps} steps on {ExamplesPerStep} examples";
}
