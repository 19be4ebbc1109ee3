using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>The steps of a run, and what is written while they are taken.</summary>
internal sealed class TrainingLoop<TGan>(GanProgram<TGan> program, TGan gan, TrainingRun run, TrainingPlan plan)
    where TGan : class, IGan
{
    private long saved = plan.StepsBefore;
    private bool isLost;
    private string? saidOfGraph;
    private string? saidOfEvents;

    /// <summary>Pictures of samples.</summary>
    public required Gallery Gallery { get; init; }

    /// <summary>A row for each step.</summary>
    public required MeasurementLog Measurements { get; init; }

    /// <summary>A row for each warning.</summary>
    public required WarningLog Warnings { get; init; }

    /// <summary>The same for TensorBoard.</summary>
    public required RunEvents Events { get; init; }

    /// <summary>The report.</summary>
    public required RunPage Page { get; init; }

    /// <summary>What the run goes on from.</summary>
    public required CheckpointFolder Checkpoints { get; init; }

    /// <summary>The steps between checkpoints.</summary>
    public required long CheckpointEvery { get; init; }

    /// <summary>What watches the training.</summary>
    public required TrainingMonitors Monitors { get; init; }

    /// <summary>Whether training ended before its time, as somebody asked for it.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Trains, and saves the weights and a checkpoint however training ends, unless it has diverged.</summary>
    /// <exception cref="GanException">It has diverged, or something cannot be written.</exception>
    public void Train(IEnumerable<StepRecord> steps, TrainingDisplay display)
    {
        try
        {
            foreach (var step in steps)
            {
                Take(step, display);
                if (Monitors.StopReason is not null)
                {
                    break;
                }
            }

            Report(Monitors.Look(gan), display);
        }
        catch (OperationCanceledException) when (run.CancellationToken.IsCancellationRequested)
        {
            IsInterrupted = true;
            display.Say(
                gan.StepCount == 0
                    ? "Interrupted before the first step: nothing was learned, so nothing is saved."
                    : $"Interrupted after step {gan.StepCount}: saving what was learned so far; go on with 'resume {TypedWord.Of(run.Folder.Path)}'."
            );
        }
        finally
        {
            if (!isLost && gan.StepCount > saved)
            {
                RequireFinite(display);
                // First, as all else can be made of it; where there is no room for it, there may be for the weights alone.
                try
                {
                    SaveCheckpoint();
                }
                finally
                {
                    WeightFiles.Save(gan, run.Folder);
                }
            }
        }
    }

    private void Take(StepRecord step, TrainingDisplay display)
    {
        Measurements.Add(step);
        Events.Add(step);
        SayObstacles(display);
        program.AfterStep?.Invoke(gan, step, run);
        var ends = plan.EndsWith(step.Number);
        var isDue = ends || step.Number % program.ReportEvery == 0;
        display.Report(step, isDue, isDue ? program.Judge?.Invoke(gan) : null);
        Report(Monitors.Watch(gan, step), display);
        var saves = step.Number % CheckpointEvery == 0;
        if (ends || saves)
        {
            RequireFinite(display);
        }

        // Without epochs, checkpoints divide the training.
        var shows = ends || (saves && plan.Epochs is null);
        if (shows)
        {
            Attempt(() => ShowPicture(step, display), display);
        }

        if (saves)
        {
            SaveCheckpoint();
            Attempt(Page.WriteIfCheap, display);
        }
    }

    private void ShowPicture(StepRecord step, TrainingDisplay display)
    {
        if (Gallery.Save(plan.Epochs is null ? step.Number : step.Epoch) is { } picture)
        {
            Events.AddPicture(step.Number, picture);
            display.ShowPicture(picture);
        }
    }

    /// <summary>Writes what is for looking at: training goes on without, as where another program has the file open.</summary>
    private static void Attempt(Action write, TrainingDisplay display)
    {
        try
        {
            write();
        }
        catch (Exception refusal) when (refusal is GanException or IOException or UnauthorizedAccessException)
        {
            display.Say(refusal.Message);
        }
    }

    /// <summary>Why steps on a GPU are slower than they might be, and why there are no more events, each once.</summary>
    private void SayObstacles(TrainingDisplay display)
    {
        SayOnce(gan.CudaGraphObstacle, ref saidOfGraph, display);
        SayOnce(Events.Obstacle, ref saidOfEvents, display);
    }

    private static void SayOnce(string? obstacle, ref string? said, TrainingDisplay display)
    {
        if (obstacle is not null && obstacle != said)
        {
            display.Say(obstacle);
            said = obstacle;
        }
    }

    private void Report(IEnumerable<MonitorWarning> noticed, TrainingDisplay display)
    {
        foreach (var warning in noticed)
        {
            Warnings.Add(warning);
            Events.Add(warning);
            if (warning == Monitors.StopReason && Monitors.StoppedBy is NotFinite)
            {
                throw Diverged(warning, display);
            }

            display.Say(warning == Monitors.StopReason ? $"{warning} Training stops here." : warning.ToString());
        }
    }

    /// <summary>Weights that are not finite take the place of no others: neither those of a file nor those of a checkpoint.</summary>
    private void RequireFinite(TrainingDisplay display)
    {
        if (NotFiniteLayer.InWeights(gan) is null)
        {
            return;
        }

        Report(Monitors.Look(gan), display);
        var warning = new MonitorWarning(gan.StepCount, nameof(NotFinite), NotFinite.OfWeights(gan)!);
        Warnings.Add(warning);
        Events.Add(warning);
        throw Diverged(warning, display);
    }

    private GanException Diverged(MonitorWarning warning, TrainingDisplay display)
    {
        isLost = true;
        Measurements.Flush();
        Attempt(Page.Write, display);
        var wayOn = Checkpoints.All is [var newest, ..]
            ? $"the last good checkpoint is '{newest}': go on from it by 'resume {TypedWord.Of(run.Folder.Path)}' with a smaller "
                + "--generator-learning-rate and --discriminator-learning-rate"
            : "there is no checkpoint yet: train with a smaller --generator-learning-rate and --discriminator-learning-rate";
        return new GanException(
            $"The training has diverged by step {warning.Step}. {warning.Message.TrimEnd('.')}; {wayOn}."
        );
    }

    private void SaveCheckpoint()
    {
        try
        {
            Measurements.Flush();
        }
        finally
        {
            var score = program.Score?.Invoke(gan);
            if (score is { } number)
            {
                Events.AddScore(gan.StepCount, number);
            }

            Checkpoints.Save(gan, score);
            saved = gan.StepCount;
        }
    }
}
