namespace GanDsl.CommandLine;

/// <summary>A run whose data are open and whose GAN is made.</summary>
internal sealed class OpenedRun<TGan> : IDisposable
    where TGan : class, IGan
{
    private readonly Func<int, Minibatch>? sampler;

    /// <summary>Opens the data, then creates the GAN.</summary>
    /// <param name="program">The program.</param>
    /// <param name="run">What was typed.</param>
    /// <param name="create">Creates the GAN.</param>
    public OpenedRun(GanProgram<TGan> program, TrainingRun run, Func<IGanOptions, TrainingRun, TGan> create)
    {
        Run = run;
        Data = program.Data?.Invoke(run);
        try
        {
            if (Data is not null)
            {
                run.Data = Data;
            }

            sampler = program.Sampler?.Invoke(run);
            Table = RunTable.Of(Data);
            Monitors = program.Monitors(run);
            Gan = create(run.Options, run);
        }
        catch
        {
            Data?.Dispose();
            throw;
        }
    }

    /// <summary>What was typed, and where results go.</summary>
    public TrainingRun Run { get; }

    /// <summary>What it learns from; null where that is a sampler.</summary>
    public Dataset? Data { get; }

    /// <summary>The GAN.</summary>
    public TGan Gan { get; }

    /// <summary>The table that the data are; null where they are none.</summary>
    public RunTable? Table { get; }

    /// <summary>What watches the training.</summary>
    public TrainingMonitors Monitors { get; }

    /// <summary>The training, begun but for its first step.</summary>
    /// <param name="resumedFrom">Where it goes on; null where it begins.</param>
    public TrainingSource SourceOf(ProgressRecord? resumedFrom)
    {
        if (Data is not null)
        {
            var source = TrainingSource.Of(Gan, Data, resumedFrom, Run.CancellationToken);
            MonitorExamples.Give(Monitors, Data);
            return source;
        }

        return sampler is not null
            ? TrainingSource.Of(Gan, sampler, MonitorExamples.Watched(Monitors, sampler), Run.CancellationToken)
            : throw new InvalidOperationException(
                "The program has neither Data nor a Sampler to train on; give it one of them."
            );
    }

    public void Dispose()
    {
        using (Data)
        {
            Gan.Dispose();
        }
    }
}
