using System.CommandLine;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.CommandLine;

/// <summary>The command <c>train</c>.</summary>
internal sealed class TrainCommand<TGan>
    where TGan : class, IGan
{
    private const string Losses = "losses.csv";
    private const string Samples = "samples.npy";
    private const int SavedSamples = 1000;

    private readonly GanProgram<TGan> program;
    private readonly GanOptionSet chosen;
    private readonly Func<IGanOptions, TrainingRun, TGan> create;
    private readonly CancellationToken cancellationToken;
    private readonly Option<int> threads;
    private readonly Option<string?> folder;

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
        folder = OptionFactory.Text("--out", program.Folder, "The folder for what is written");
        Command = new Command("train", "Trains the GAN; meant where no command is named.");
        foreach (
            var option in (Option[])
                [.. program.OwnOptions, .. chosen.OfTraining(hasEpochs: program.Data is not null), threads, folder]
        )
        {
            Command.Options.Add(option);
        }

        Command.SetAction(Run);
    }

    public Command Command { get; }

    public int Run(ParseResult parsed)
    {
        // Left to itself, libtorch takes physical cores only; a convolution gains from every processor there is.
        torch.set_num_threads(parsed.GetValue(threads));
        HostMemory.KeepFreed();

        var options = chosen.Chosen(parsed);
        var run = new TrainingRun(parsed, options, cancellationToken);
        using var data = program.Data?.Invoke(run);
        if (data is not null)
        {
            run.Data = data;
        }

        var sampler = program.Sampler?.Invoke(run);
        using var gan = create(options, run);
        var (plan, steps, source) = Begin(gan, data, sampler);

        // Nothing is trained yet, but the data are known to be right.
        run.Folder = OutputFolder.Open(parsed.GetValue(folder)!, [.. FilesOf(gan), .. program.Results]);
        program.Prepare?.Invoke(gan, run);
        Console.WriteLine($"Training on {source}: {plan}, {Threads(parsed.GetValue(threads))}.");
        Judge(gan, "untrained: ");
        using var gallery = new Gallery(gan, run.Folder);
        var trained = 0L;
        TrainingDisplay.Show(plan, display => trained = Train(gan, steps, plan, gallery, display, run));
        if (trained > 0)
        {
            WriteResults(gan, gallery, data, sampler, run);
        }

        return 0;
    }

    private (TrainingPlan Plan, IEnumerable<StepRecord> Steps, string Source) Begin(
        TGan gan,
        Dataset? data,
        Func<int, Minibatch>? sampler
    )
    {
        if (data is not null)
        {
            return (
                TrainingPlan.Of(data, gan.Settings),
                gan.Train(data, cancellationToken: cancellationToken),
                data.Description
            );
        }

        return sampler is not null
            ? (
                TrainingPlan.Of(gan.Settings),
                gan.Train(sampler, cancellationToken: cancellationToken),
                "fresh examples"
            )
            : throw new InvalidOperationException(
                "The program has neither Data nor a Sampler to train on; give it one of them."
            );
    }

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";

    private static IEnumerable<string> FilesOf(IGan gan) =>
        [Losses, Samples, WeightFiles.Generator, WeightFiles.Discriminator, .. Gallery.FilesOf(gan.ExampleShape)];

    /// <summary>Trains, and saves the weights however training ends.</summary>
    /// <returns>The number of steps.</returns>
    private long Train(
        TGan gan,
        IEnumerable<StepRecord> steps,
        TrainingPlan plan,
        Gallery gallery,
        TrainingDisplay display,
        TrainingRun run
    )
    {
        var trained = 0L;
        try
        {
            using var losses = new MeasurementLog(run.Folder[Losses]);
            foreach (var step in steps)
            {
                if (++trained == 1)
                {
                    gallery.Clear();
                }

                losses.Add(step);
                program.AfterStep?.Invoke(gan, step, run);
                var ends = plan.EndsWith(trained);
                var isDue = ends || trained % program.ReportEvery == 0;
                display.Report(step, isDue, isDue ? program.Judge?.Invoke(gan) : null);
                if (ends && gallery.Save(plan.StepsPerEpoch is null ? trained : step.Epoch) is { } picture)
                {
                    display.ShowPicture(picture);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            display.Say("Interrupted: saving what was learned so far.");
        }
        finally
        {
            if (trained > 0)
            {
                WeightFiles.Save(gan, run.Folder);
            }
        }

        return trained;
    }

    private void WriteResults(TGan gan, Gallery gallery, Dataset? data, Func<int, Minibatch>? sampler, TrainingRun run)
    {
        using (var samples = gan.Sample(SavedSamples))
        {
            samples.SaveNpy(run.Folder[Samples]);
        }

        gallery.SaveBesideReal(count =>
            data is null ? sampler!(count) : new(data.Read([.. Enumerable.Range(0, Math.Min(count, data.Count))]))
        );
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
