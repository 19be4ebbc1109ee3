using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>What a run leaves at its end.</summary>
internal sealed class RunResults<TGan>(
    GanProgram<TGan> program,
    TGan gan,
    TrainingRun run,
    TrainingSource source,
    RunTable? table,
    CheckpointFolder checkpoints
)
    where TGan : class, IGan
{
    private const int SavedSamples = 1000;

    /// <summary>The names of all files of the run that are known before it begins.</summary>
    public IReadOnlyList<string> Files { get; } =
    [
        RunFiles.Options,
        RunFiles.Networks,
        RunFiles.Measurements,
        RunFiles.Warnings,
        RunFiles.Report,
        RunFiles.Samples,
        .. table is null ? [] : RunTable.Files,
        WeightFiles.Generator,
        WeightFiles.Discriminator,
        .. Gallery.FilesOf(gan.ExampleShape),
        .. program.Results,
    ];

    /// <summary>Writes weights, samples, pictures, what the program adds, and the report of all of it.</summary>
    public void Write(Gallery gallery)
    {
        WeightFiles.Save(gan, run.Folder);
        using (var samples = gan.Sample(SavedSamples))
        {
            samples.SaveNpy(run.Folder[RunFiles.Samples]);
            table?.SaveRows(samples, null, gan, run.Folder);
        }

        gallery.SaveBesideReal(source.DrawReal);
        program.Finish?.Invoke(gan, run);
        new RunPage(run.Folder).Write();
    }

    /// <summary>Says what was written, which checkpoint is the best, and how good the GAN is.</summary>
    public void Say()
    {
        Console.WriteLine($"Wrote {string.Join(", ", Files)} to {run.Folder.Path}.");
        if (checkpoints.Best is { } best)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The best checkpoint is {best}, with a score of {CheckpointFolder.ScoreOf(best):G4}."
                )
            );
        }

        SayJudgement();
    }

    /// <summary>Says how good the GAN is, where the program can tell.</summary>
    /// <param name="when">What stands before it.</param>
    public void SayJudgement(string when = "")
    {
        if (program.Judge is { } judge)
        {
            Console.WriteLine(when + judge(gan));
        }
    }
}
