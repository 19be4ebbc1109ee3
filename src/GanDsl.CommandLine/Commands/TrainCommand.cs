using System.CommandLine;
using System.Globalization;
using System.Text;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.CommandLine;

/// <summary>The command <c>train</c>.</summary>
internal sealed class TrainCommand<TGan>
    where TGan : class, IGan
{
    private readonly GanProgram<TGan> program;
    private readonly GanOptionSet chosen;
    private readonly Func<IGanOptions, TrainingRun, TGan> create;
    private readonly Interruption interruption;

    public TrainCommand(
        GanProgram<TGan> program,
        GanOptionSet chosen,
        Func<IGanOptions, TrainingRun, TGan> create,
        Interruption interruption
    )
    {
        (this.program, this.chosen, this.create) = (program, chosen, create);
        this.interruption = interruption;
        Options = new TrainOptions(program.OwnOptions, chosen, hasEpochs: program.Data is not null, program.Folder);
        Command = new Command("train", "Trains the GAN; meant where no command is named.");
        foreach (var option in Options.All)
        {
            Command.Options.Add(option);
        }

        Command.SetAction(Begin);
    }

    public Command Command { get; }

    /// <summary>What can be typed.</summary>
    public TrainOptions Options { get; }

    /// <summary>Those that say how long training is.</summary>
    public IReadOnlyList<Option> OptionsOfLength => chosen.OfLength;

    /// <summary>Trains from the beginning.</summary>
    public int Begin(ParseResult parsed)
    {
        using var output = new LenientOutput();
        interruption.Listen();
        var path = parsed.GetValue(Options.Folder)!;
        var checkpoints = CheckpointsOf(parsed);
        if (!parsed.GetValue(Options.Overwrite))
        {
            RequireNoRun(path, checkpoints);
        }

        using var opened = Open(parsed);
        var source = opened.SourceOf(resumedFrom: null);
        var results = new RunResults<TGan>(program, opened, source, checkpoints);

        // Nothing is trained yet, but the data are known to be right. The folder is made before it can be locked.
        opened.Run.Folder = OutputFolder.Open(path);
        using var lockOfRun = RunLock.Take(path);
        opened.Run.Folder.RequireFree(results.Files);
        checkpoints.RequireClearable();
        interruption.Token.ThrowIfCancellationRequested();
        RunEvents.Clear(opened.Run.Folder[RunFiles.TensorBoard]);
        Gallery.Clear(opened.Run.Folder);
        RunTable.Clear(opened.Run.Folder);
        RunClasses.Clear(opened.Run.Folder);
        // Last, so that where something is in use the run can still go on.
        checkpoints.Clear();
        Prepare(opened);
        return Train(parsed, opened, source, results, checkpoints);
    }

    /// <summary>Goes on with the run in the folder.</summary>
    /// <param name="parsed">The options of the run, but for those that are typed now.</param>
    /// <param name="typed">What is typed now.</param>
    public int GoOn(ParseResult parsed, ParseResult typed)
    {
        using var output = new LenientOutput();
        interruption.Listen();
        var path = parsed.GetValue(Options.Folder)!;
        var checkpoints = CheckpointsOf(parsed);
        using var lockOfRun = RunLock.Take(path);
        using var opened = Open(parsed);
        opened.Table?.RequireSame(path);
        RunClasses.RequireSame(path, opened.Data, opened.Gan);
        var from = checkpoints.LoadNewest(opened.Gan, damage => Console.WriteLine(damage));
        chosen.ApplyTypedLearningRates(typed, opened.Gan);
        Console.WriteLine($"Going on from {from}.");

        var source = opened.SourceOf(Checkpoint.Read(from).Progress);
        var results = new RunResults<TGan>(program, opened, source, checkpoints);
        var hasEnded = source.Plan.StepsBefore >= source.Plan.Steps;
        if (hasEnded)
        {
            Console.WriteLine(
                $"The run in {path} has ended with step {source.Plan.StepsBefore}; give more with --steps"
                    + (program.Data is null ? "." : " or --epochs.")
            );
        }

        opened.Run.Folder = OutputFolder.Open(path, results.Files);
        Prepare(opened);
        if (!hasEnded)
        {
            return Train(parsed, opened, source, results, checkpoints);
        }

        // Whether they were written before the run was stopped is not known.
        DropRowsOfLaterSteps(opened);
        using var gallery = Gallery.Open(opened.Gan, opened.Run.Folder);
        results.Write(gallery);
        results.Say(unchanged: RunFiles.Options);
        return 0;
    }

    private static void DropRowsOfLaterSteps(OpenedRun<TGan> opened)
    {
        var (folder, step) = (opened.Run.Folder, opened.Gan.StepCount);
        MeasurementLog.GoOn(folder[RunFiles.Measurements], step).Dispose();
        WarningLog.GoOn(folder[RunFiles.Warnings], step).Dispose();
    }

    private CheckpointFolder CheckpointsOf(ParseResult parsed) =>
        new(
            Path.Combine(parsed.GetValue(Options.Folder)!, RunFiles.Checkpoints),
            parsed.GetValue(Options.KeptCheckpoints)
        );

    private static void RequireNoRun(string path, CheckpointFolder checkpoints)
    {
        if (checkpoints.All is [var newest, ..])
        {
            throw new GanException(
                $"There is a run in '{path}', with the checkpoint {Path.GetFileName(newest)}; go on with it by 'resume {TypedWord.Of(path)}', name another "
                    + "folder with --out, or replace it with --overwrite."
            );
        }
    }

    private OpenedRun<TGan> Open(ParseResult parsed)
    {
        Libtorch.Require();

        // Left to itself, libtorch takes physical cores only; a convolution gains from every processor there is.
        torch.set_num_threads(parsed.GetValue(Options.Threads));
        HostMemory.KeepFreed();

        var options = chosen.Chosen(parsed);
        var opened = new OpenedRun<TGan>(program, new TrainingRun(parsed, options, interruption.Token), create);
        if (parsed.GetValue(Options.StopsWhenDiscriminatorCannotTell))
        {
            RequireScale(opened);
            opened.Monitors.StopWhen(new CannotTell());
        }

        return opened;
    }

    private void RequireScale(OpenedRun<TGan> opened)
    {
        if (opened.Gan.LeastDiscriminatorLoss is null)
        {
            opened.Dispose();
            throw new GanException(
                $"The loss of this GAN leaves the scale of D's scores open, so {Options.StopsWhenDiscriminatorCannotTell.Name} could never notice that they are "
                    + "alike; leave it out."
            );
        }
    }

    /// <summary>Writes what is known before the first step, and lets the program do what it has to do by then.</summary>
    private void Prepare(OpenedRun<TGan> opened)
    {
        var folder = opened.Run.Folder;
        opened.Table?.Save(folder);
        RunClasses.Save(folder, opened.Data, opened.Gan);
        FileReplacement.Write(
            folder[RunFiles.Networks],
            stream => stream.Write(Encoding.UTF8.GetBytes($"{opened.Gan}\n"))
        );
        program.Prepare?.Invoke(opened.Gan, opened.Run);
    }

    private int Train(
        ParseResult parsed,
        OpenedRun<TGan> opened,
        TrainingSource source,
        RunResults<TGan> results,
        CheckpointFolder checkpoints
    )
    {
        var (run, gan, plan) = (opened.Run, opened.Gan, source.Plan);
        var goesOn = plan.StepsBefore > 0;
        var values = RunOptions.Values(parsed, Options.Kept.Where(option => chosen.HasEffect(parsed, option))).ToList();
        RunOptions.Write(run.Folder[RunFiles.Options], values);
        Console.WriteLine($"Training on {source.Description}: {plan}, {Threads(parsed.GetValue(Options.Threads))}.");
        if (!goesOn)
        {
            results.SayJudgement("untrained: ");
        }

        using var gallery = Gallery.Open(gan, run.Folder);
        using var measurements = goesOn
            ? MeasurementLog.GoOn(run.Folder[RunFiles.Measurements], gan.StepCount)
            : MeasurementLog.Start(run.Folder[RunFiles.Measurements]);
        using var warnings = goesOn
            ? WarningLog.GoOn(run.Folder[RunFiles.Warnings], gan.StepCount)
            : WarningLog.Start(run.Folder[RunFiles.Warnings]);
        var stepsOfCheckpoints = parsed.GetValue(Options.CheckpointEvery) ?? plan.StepsOfCheckpoints;
        var pictures = plan.EpochCount ?? plan.Steps / stepsOfCheckpoints;
        using var events = RunEvents.Open(run.Folder[RunFiles.TensorBoard], plan, goesOn, pictures);
        events.AddDeclaration(values, $"{gan}");
        var loop = new TrainingLoop<TGan>(program, gan, run, plan)
        {
            Gallery = gallery,
            Measurements = measurements,
            Warnings = warnings,
            Events = events,
            Page = new RunPage(run.Folder),
            Checkpoints = checkpoints,
            CheckpointEvery = stepsOfCheckpoints,
            Monitors = opened.Monitors,
        };
        TrainingDisplay.Show(plan, display => loop.Train(source.Steps, display));
        if (gan.StepCount > 0)
        {
            results.Write(gallery);
            results.Say();
        }

        return loop.IsInterrupted ? interruption.ExitCode : 0;
    }

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";
}
