using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>What a run trains on, a data set or a sampler, begun but for its first step.</summary>
/// <param name="Plan">How much work it is.</param>
/// <param name="Steps">The training steps.</param>
/// <param name="Description">What it is, for messages.</param>
/// <param name="DrawReal">Answers that many real examples, or fewer where there are fewer.</param>
internal sealed record TrainingSource(
    TrainingPlan Plan,
    IEnumerable<StepRecord> Steps,
    string Description,
    Func<int, Minibatch> DrawReal
)
{
    /// <summary>Trains on a data set.</summary>
    /// <param name="gan">The GAN.</param>
    /// <param name="data">The data set.</param>
    /// <param name="resumedFrom">Where training goes on; null where it begins.</param>
    /// <param name="cancellationToken">Ends training.</param>
    public static TrainingSource Of(
        IGan gan,
        Dataset data,
        ProgressRecord? resumedFrom,
        CancellationToken cancellationToken
    ) =>
        new(
            TrainingPlan.Of(data, gan, resumedFrom),
            gan.Train(data, cancellationToken: cancellationToken),
            data.Description,
            count => new(data.Read([.. Enumerable.Range(0, Math.Min(count, data.Count))]))
        );

    /// <summary>Trains on a sampler.</summary>
    /// <param name="gan">The GAN.</param>
    /// <param name="sampler">The sampler, for real examples beside generated ones.</param>
    /// <param name="watched">The same sampler, for training.</param>
    /// <param name="cancellationToken">Ends training.</param>
    /// <exception cref="GanException">There is no number of steps.</exception>
    public static TrainingSource Of(
        IGan gan,
        Func<int, Minibatch> sampler,
        Func<int, Minibatch> watched,
        CancellationToken cancellationToken
    ) => new(TrainingPlan.Of(gan), gan.Train(watched, cancellationToken: cancellationToken), "fresh examples", sampler);
}
