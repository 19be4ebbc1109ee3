using System.CommandLine;
using System.Text;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.CommandLine;

/// <summary>The command <c>train</c>.</summary>
internal sealed class TrainCommand<TGan>
    where TGan : class, IGan
{
    private const int SavedSamples = 1000;

    private readonly GanProgram<TGan> program;
    private readonly GanOptionSet chosen;
    private readonly Func<IGanOptions, TrainingRun, TGan> create;
    private readonly CancellationToken cancellationToken;
    private readonly Option<int> threads;
    private readonly Option<int?> checkpointEvery;
    private readonly Option<int> keptCheckpoints;
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
        Folder = OptionFactory.Text("--out", program.Folder, "The folder of the run");
        overwrite = new Option<bool>("--overwrite") { Description = "Replace the run that is in the folder" };
        KeptOptions =
        [
            .. program.OwnOptions,
            .. chosen.OfTraining(hasEpochs: program.Data is not null),
            threads,
            checkpointEvery,
            keptCheckpoints,
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

    /// <summary>Names the folder.</summary>
    public Option<string?> Folder { get; }

    /// <summary>Trains from the beginning.</summary>
    public int Begin(ParseResult parsed) => Run(parsed, goesOn: false);

    /// <summary>Goes on with the run in the folder.</summary>
    public int GoOn(ParseResult parsed) => Run(parsed, goesOn: true);

    private int Run(ParseResult parsed, bool goesOn)
    {
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

        var options = chosen.Chosen(parsed);
        var run = new TrainingRun(parsed, options, cancellationToken);
        using var data = program.Data?.Invoke(run);
        if (data is not null)
        {
            run.Data = data;
        }

        var sampler = program.Sampler?.Invoke(run);
        using var gan = create(options, run);
        if (goesOn)
        {
            var from = checkpoints.LoadNewest(gan, damage => Console.WriteLine(damage));
            Console.WriteLine($"Going on from {from}.");
        }

        var source = SourceOf(gan, data, sampler);
        var plan = source.Plan with { Begun = gan.StepCount };
        var hasEnded = plan.Begun >= plan.Steps;
        if (hasEnded)
        {
            Console.WriteLine(
                $"The run in {path} has ended with step {plan.Begun}; give more with --steps"
                    + (data is null ? "." : " or --epochs.")
            );
        }

        // Nothing is trained yet, but the data are known to be right.
        run.Folder = OutputFolder.Open(path, [.. FilesOf(gan), .. program.Results]);
        if (!goesOn)
        {
            checkpoints.Clear();
            Gallery.Clear(run.Folder);
        }

        RunOptions.Write(run.Folder[RunFiles.Options], parsed, KeptOptions);
        FileReplacement.Write(
            run.Folder[RunFiles.Networks],
            stream => stream.Write(Encoding.UTF8.GetBytes($"{gan}\n"))
        );
        program.Prepare?.Invoke(gan, run);
        if (hasEnded)
        {
            // Whether they were written before the run was stopped is not known.
            using var pictures = Gallery.Open(gan, run.Folder);
            WriteResults(gan, pictures, source, run);
            return 0;
        }

        Console.WriteLine($"Training on {source.Description}: {plan}, {Threads(parsed.GetValue(threads))}.");
        if (!goesOn)
        {
            Judge(gan, "untrained: ");
        }

        using var gallery = Gallery.Open(gan, run.Folder);
        using var measurements = goesOn
            ? MeasurementLog.GoOn(run.Folder[RunFiles.Measurements], gan.StepCount)
            : MeasurementLog.Start(run.Folder[RunFiles.Measurements]);
        var every = parsed.GetValue(checkpointEvery) ?? plan.StepsPerEpoch ?? 1000;
        TrainingDisplay.Show(
            plan,
            display => Train(gan, source.Steps, plan, gallery, measurements, checkpoints, every, display, run)
        );
        if (gan.StepCount > 0)
        {
            WriteResults(gan, gallery, source, run);
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

    private TrainingSource SourceOf(TGan gan, Dataset? data, Func<int, Minibatch>? sampler) =>
        data is not null ? TrainingSource.Of(gan, data, cancellationToken)
        : sampler is not null ? TrainingSource.Of(gan, sampler, cancellationToken)
        : throw new InvalidOperationException(
            "The program has neither Data nor a Sampler to train on; give it one of them."
        );

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";

    private static IEnumerable<string> FilesOf(IGan gan) =>
        [
            RunFiles.Options,
            RunFiles.Networks,
            RunFiles.Measurements,
            RunFiles.Samples,
            WeightFiles.Generator,
            WeightFiles.Discriminator,
            .. Gallery.FilesOf(gan.ExampleShape),
        ];

    /// <summary>Trains, and saves the weights and a checkpoint however training ends.</summary>
    private void Train(
        TGan gan,
        IEnumerable<StepRecord> steps,
        TrainingPlan plan,
        Gallery gallery,
        MeasurementLog measurements,
        CheckpointFolder checkpoints,
        long checkpointEvery,
        TrainingDisplay display,
        TrainingRun run
    )
    {
        var saved = plan.Begun;
        void SaveCheckpoint()
        {
            measurements.Flush();
            checkpoints.Save(gan);
            saved = gan.StepCount;
        }

        try
        {
            foreach (var step in steps)
            {
                measurements.Add(step);
                program.AfterStep?.Invoke(gan, step, run);
                var ends = plan.EndsWith(step.Number);
                var isDue = ends || step.Number % program.ReportEvery == 0;
                display.Report(step, isDue, isDue ? program.Judge?.Invoke(gan) : null);
                if (ends && gallery.Save(plan.StepsPerEpoch is null ? step.Number : step.Epoch) is { } picture)
                {
                    display.ShowPicture(picture);
                }

                if (step.Number % checkpointEvery == 0)
                {
                    SaveCheckpoint();
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            display.Say(
                $"Interrupted after step {gan.StepCount}: saving what was learned so far; go on with 'resume {run.Folder.Path}'."
            );
        }
        finally
        {
            if (gan.StepCount > saved)
            {
                WeightFiles.Save(gan, run.Folder);
                SaveCheckpoint();
            }
        }
    }

    private void WriteResults(TGan gan, Gallery gallery, TrainingSource source, TrainingRun run)
    {
        WeightFiles.Save(gan, run.Folder);
        using (var samples = gan.Sample(SavedSamples))
        {
            samples.SaveNpy(run.Folder[RunFiles.Samples]);
        }

        gallery.SaveBesideReal(source.DrawReal);
        program.Finish?.Invoke(gan, run);
        var written = string.Join(", ", (IEnumerable<string>)[.. FilesOf(gan), .. program.Results]);
        Console.WriteLine($"Wrote {written} to {run.Folder.Path}.");
        Judge(gan, "");
    }

    private void Judge(TGan gan, string when)
    {
        if (program.Judge is { } judge)
        {
            Console.WriteLine(when + judge(gan));
        }
    }
}
