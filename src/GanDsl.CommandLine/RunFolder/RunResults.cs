using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>What a run leaves at its end.</summary>
internal sealed class RunResults<TGan>(
    GanProgram<TGan> program,
    OpenedRun<TGan> opened,
    TrainingSource source,
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
        .. opened.Table is null ? [] : RunTable.Files,
        .. RunClasses.Learned(opened.Data, opened.Gan) is null ? Array.Empty<string>() : [RunFiles.Classes],
        WeightFiles.Generator,
        WeightFiles.Discriminator,
        .. Gallery.FilesOf(opened.Gan.ExampleShape),
        .. program.Results,
    ];

    /// <summary>Writes weights, samples, pictures, what the program adds, and the report of all of it.</summary>
    /// <exception cref="GanException">One of them cannot be written, as where another program has it open; the others are.</exception>
    public void Write(Gallery gallery)
    {
        var (gan, run) = (opened.Gan, opened.Run);
        WriteEach(
            () => WeightFiles.Save(gan, run.Folder),
            SaveSamples,
            () => gallery.SaveBesideReal(source.DrawReal),
            () => program.Finish?.Invoke(gan, run),
            () => new RunPage(run.Folder).Write()
        );
    }

    private void SaveSamples()
    {
        var (gan, folder) = (opened.Gan, opened.Run.Folder);
        using var samples = gan.Sample(SavedSamples);
        WriteEach(
            () => samples.SaveNpy(folder[RunFiles.Samples]),
            () => opened.Table?.SaveRows(samples, null, gan, folder)
        );
    }

    private static void WriteEach(params Action[] results)
    {
        var refusals = new List<Exception>();
        foreach (var write in results)
        {
            try
            {
                write();
            }
            catch (Exception refusal) when (refusal is GanException or IOException or UnauthorizedAccessException)
            {
                refusals.Add(refusal);
            }
        }

        if (refusals is [var first, ..])
        {
            throw new GanException(string.Join(' ', refusals.Select(refusal => refusal.Message)), first);
        }
    }

    /// <summary>Says what was written, which checkpoint is the best, and how good the GAN is.</summary>
    /// <param name="unchanged">Those of the files that were left as they were.</param>
    public void Say(params string[] unchanged)
    {
        Console.WriteLine($"Wrote {string.Join(", ", Files.Except(unchanged))} to {opened.Run.Folder.Path}.");
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
            Console.WriteLine(when + judge(opened.Gan));
        }
    }
}
