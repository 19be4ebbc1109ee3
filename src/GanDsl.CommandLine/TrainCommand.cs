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
    private readonly CancellationToken cancellationToken;
    private readonly Option<int> threads;
    private readonly Option<int?> checkpointEvery;
    private readonly Option<int> keptCheckpoints;
    private readonly Option<bool> stopsWhenDiscriminatorCannotTell;
    private readonly Option<bool> overwrite;

    public TrainCommand(
        GanProgram<TGan> program,
        GanOptionSet chosen,
        Func<IGanOptions, TrainingRun, TGan> create,
        CancellationToken cancellationToken
    )
    {
        (this.program, this.chosen, this.create) = (program, chosen, create);
        this.cancellationToken = cancellationToken;
        threads = OptionFactory.Count(
            "--threads",
            Environment.ProcessorCount,
            "Processor threads of one operator; results depend on it",
            least: 1,
            Environment.ProcessorCount
        );
        checkpointEvery = OptionFactory.OptionalCount(
            "--checkpoint-every",
            null,
            "Steps between checkpoints [default: those of an epoch, or 1000 where there are no epochs]",
            least: 1,
            int.MaxValue
        );
        keptCheckpoints = OptionFactory.Count(
            "--keep-checkpoints",
            3,
            "How many of the last checkpoints stay",
            least: 1,
            int.MaxValue
        );
        stopsWhenDiscriminatorCannotTell = new Option<bool>("--stop-when-discriminator-cannot-tell")
        {
            Description = "End training once D has told real from generated examples and no longer can",
        };
        Folder = OptionFactory.Text("--out", program.Folder, "The folder of the run");
        overwrite = new Option<bool>("--overwrite") { Description = "Replace the run that is in the folder" };
        KeptOptions =
        [
            .. program.OwnOptions,
            .. chosen.OfTraining(hasEpochs: program.Data is not null),
            threads,
            checkpointEvery,
            keptCheckpoints,
            stopsWhenDiscriminatorCannotTell,
        ];
        Command = new Command("train", "Trains the GAN; meant where no command is named.");
        foreach (var option in (Option[])[.. KeptOptions, Folder, overwrite])
        {
            Command.Options.Add(option);
        }

        Command.SetAction(Begin);
    }

    public Command Command { get; }

    /// <summary>The options that a run keeps, to go on with them.</summary>
    public IReadOnlyList<Option> KeptOptions { get; }

    /// <summary>Those of them that say how long training is.</summary>
    public IReadOnlyList<Option> OptionsOfLength => chosen.OfLength;

    /// <summary>Names the folder.</summary>
    public Option<string?> Folder { get; }

    /// <summary>Trains from the beginning.</summary>
    public int Begin(ParseResult parsed) => Run(parsed, typed: null);

    /// <summary>Goes on with the run in the folder.</summary>
    /// <param name="parsed">The options of the run, but for those that are typed now.</param>
    /// <param name="typed">What is typed now.</param>
    public int GoOn(ParseResult parsed, ParseResult typed) => Run(parsed, typed);

    private int Run(ParseResult parsed, ParseResult? typed)
    {
        var goesOn = typed is not null;
        // Left to itself, libtorch takes physical cores only; a convolution gains from every processor there is.
        torch.set_num_threads(parsed.GetValue(threads));
        HostMemory.KeepFreed();

        var path = parsed.GetValue(Folder)!;
        var checkpoints = new CheckpointFolder(
            Path.Combine(path, RunFiles.Checkpoints),
            parsed.GetValue(keptCheckpoints)
        );
        if (!goesOn && !parsed.GetValue(overwrite))
        {
            RequireNoRun(path, checkpoints);
        }

        using var lockOfRun = goesOn ? RunLock.Take(path) : null;
        var options = chosen.Chosen(parsed);
        var run = new TrainingRun(parsed, options, cancellationToken);
        using var data = program.Data?.Invoke(run);
        if (data is not null)
        {
            run.Data = data;
        }

        var table = RunTable.Of(data);
        if (goesOn)
        {
            table?.RequireSame(path);
        }

        var sampler = program.Sampler?.Invoke(run);
        using var gan = create(options, run);
        ProgressRecord? begun = null;
        if (typed is not null)
        {
            var from = checkpoints.LoadNewest(gan, damage => Console.WriteLine(damage));
            begun = Checkpoint.Read(from).Progress;
            chosen.ApplyTypedLearningRates(typed, gan);
            Console.WriteLine($"Going on from {from}.");
        }

        var monitors = MonitorsOf(parsed, run);
        var source = SourceOf(gan, data, sampler, begun, monitors);
        var plan = source.Plan;
        var results = new RunResults<TGan>(program, gan, run, source, table, checkpoints);
        var hasEnded = plan.Begun >= plan.Steps;
        if (hasEnded)
        {
            Console.WriteLine(
                $"The run in {path} has ended with step {plan.Begun}; give more with --steps"
                    + (data is null ? "." : " or --epochs.")
            );
        }

        // Nothing is trained yet, but the data are known to be right.
        run.Folder = OutputFolder.Open(path, results.Files);
        using var lockOfNewRun = goesOn ? null : RunLock.Take(path);
        if (!goesOn)
        {
            checkpoints.Clear();
            Gallery.Clear(run.Folder);
            RunTable.Clear(run.Folder);
        }

        table?.Save(run.Folder);

        FileReplacement.Write(
            run.Folder[RunFiles.Networks],
            stream => stream.Write(Encoding.UTF8.GetBytes($"{gan}\n"))
        );
        program.Prepare?.Invoke(gan, run);
        if (hasEnded)
        {
            // Whether they were written before the run was stopped is not known.
            using var pictures = Gallery.Open(gan, run.Folder);
            results.Write(pictures);
            results.Say();
            return 0;
        }

        var values = RunOptions.Values(parsed, KeptOptions.Where(option => chosen.HasEffect(parsed, option))).ToList();
        RunOptions.Write(run.Folder[RunFiles.Options], values);
        Console.WriteLine($"Training on {source.Description}: {plan}, {Threads(parsed.GetValue(threads))}.");
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
        using var events = RunEvents.Open(run.Folder[RunFiles.TensorBoard], plan, goesOn);
        events.AddDeclaration(values, $"{gan}");
        var loop = new TrainingLoop<TGan>(program, gan, run, plan)
        {
            Gallery = gallery,
            Measurements = measurements,
            Warnings = warnings,
            Events = events,
            Page = new RunPage(run.Folder),
            Checkpoints = checkpoints,
            CheckpointEvery = parsed.GetValue(checkpointEvery) ?? plan.StepsOfEpoch ?? 1000,
            Monitors = monitors,
        };
        TrainingDisplay.Show(plan, display => loop.Train(source.Steps, display));
        if (gan.StepCount > 0)
        {
            results.Write(gallery);
            results.Say();
        }

        return 0;
    }

    private static void RequireNoRun(string path, CheckpointFolder checkpoints)
    {
        if (checkpoints.All is [var newest, ..])
        {
            throw new GanException(
                $"There is a run in '{path}', with the checkpoint {Path.GetFileName(newest)}; go on with it by 'resume {path}', name another "
                    + "folder with --out, or replace it with --overwrite."
            );
        }
    }

    private TrainingMonitors MonitorsOf(ParseResult parsed, TrainingRun run)
    {
        var monitors = program.Monitors(run);
        return parsed.GetValue(stopsWhenDiscriminatorCannotTell) ? monitors.StopWhen(new CannotTell()) : monitors;
    }

    private TrainingSource SourceOf(
        TGan gan,
        Dataset? data,
        Func<int, Minibatch>? sampler,
        ProgressRecord? begun,
        TrainingMonitors monitors
    )
    {
        if (data is not null)
        {
            var source = TrainingSource.Of(gan, data, begun, cancellationToken);
            RealExamplesOfRun.Give(monitors, data);
            return source;
        }

        return sampler is not null
            ? TrainingSource.Of(gan, sampler, RealExamplesOfRun.Watched(monitors, sampler), cancellationToken)
            : throw new InvalidOperationException(
                "The program has neither Data nor a Sampler to train on; give it one of them."
            );
    }

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";
}
