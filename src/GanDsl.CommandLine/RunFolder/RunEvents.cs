using System.Globalization;
using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>The event files of a run for TensorBoard, of steps and pictures so many that they stay small however long it runs.</summary>
internal sealed class RunEvents : IDisposable
{
    private const long MostSteps = 10_000;
    private const long MostPictures = 200;
    private const string FilesOfEvents = "events.out.tfevents.*";

    private readonly TensorBoardWriter writer;
    private readonly long stepsApart;
    private readonly long picturesApart;
    private long pictures;

    private RunEvents(TensorBoardWriter writer, TrainingPlan plan, long picturesOfRun)
    {
        this.writer = writer;
        stepsApart = Math.Max(1, (plan.Steps + MostSteps - 1) / MostSteps);
        picturesApart = Math.Max(1, (picturesOfRun + MostPictures - 1) / MostPictures);
    }

    /// <summary>Why nothing is written any more; null where it is. Events are for looking at: training goes on without.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Removes the events of an earlier run.</summary>
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, FilesOfEvents))
        {
            File.Delete(file);
        }
    }

    /// <summary>Opens a new file, beside those that are there.</summary>
    /// <param name="folder">The folder of the events.</param>
    /// <param name="plan">How long the run is, and where it goes on.</param>
    /// <param name="goesOn">Whether it goes on.</param>
    /// <param name="picturesOfRun">About how many pictures it makes.</param>
    public static RunEvents Open(string folder, TrainingPlan plan, bool goesOn, long picturesOfRun) =>
        new(new TensorBoardWriter(folder, goesOn ? plan.StepsBefore : null), plan, picturesOfRun);

    /// <summary>Adds what is known before training.</summary>
    public void AddDeclaration(IEnumerable<KeyValuePair<string, string?>> options, string networks)
    {
        Write(() => writer.AddOptions(options.Select(option => KeyValuePair.Create(option.Key, option.Value ?? "–"))));
        Write(() => writer.AddNetworks(networks));
    }

    /// <summary>Adds a step, of a long run one of several.</summary>
    public void Add(StepRecord step)
    {
        if (step.Number % stepsApart == 0)
        {
            Write(() => writer.Add(step));
        }
    }

    /// <summary>Adds a picture of samples, of many one of several.</summary>
    public void AddPicture(long step, string path)
    {
        if (pictures++ % picturesApart == 0)
        {
            Write(() => writer.AddImage("samples", step, File.ReadAllBytes(path)));
        }
    }

    /// <summary>Adds how good the GAN is at a checkpoint.</summary>
    public void AddScore(long step, double score) => Write(() => writer.AddScalar("checkpoint/score", step, score));

    /// <summary>Adds what a monitor noticed.</summary>
    public void Add(MonitorWarning warning) =>
        Write(() =>
            writer.AddText(
                string.Create(CultureInfo.InvariantCulture, $"warnings/{warning.Monitor}"),
                warning.Step,
                warning.Message
            )
        );

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose()
    {
        try
        {
            writer.Dispose();
        }
        catch (GanException)
        {
            // The file is closed, and a failure that led here is the one to report.
        }
    }

    private void Write(Action write)
    {
        if (Obstacle is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (GanException refusal)
        {
            Obstacle = refusal.Message;
        }
    }
}
