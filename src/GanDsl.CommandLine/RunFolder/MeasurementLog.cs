using System.Globalization;
using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>Writes what every training step measured as comma-separated values, as training goes.</summary>
internal sealed class MeasurementLog : IDisposable
{
    // Reading a number waits for the device, and after some steps all of them are in memory anyway.
    private const int RowsAtOnce = 64;

    private readonly string path;
    private readonly List<StepRecord> waiting = new(RowsAtOnce);
    private StreamWriter? writer;

    private MeasurementLog(string path) => this.path = path;

    /// <summary>Starts a file with the first row; one that is there is replaced.</summary>
    public static MeasurementLog Start(string path) => new(path);

    /// <summary>Goes on with a file behind a step; rows after it are dropped, as those steps are trained again.</summary>
    public static MeasurementLog GoOn(string path, long step)
    {
        if (!File.Exists(path))
        {
            return Start(path);
        }

        RowsOfSteps.KeepUpTo(path, step);
        return new(path) { writer = new StreamWriter(path, append: true) { NewLine = "\n" } };
    }

    /// <summary>Adds the row of a step.</summary>
    public void Add(StepRecord step)
    {
        writer ??= Started(step);
        waiting.Add(step);
        if (waiting.Count == RowsAtOnce)
        {
            Flush();
        }
    }

    /// <summary>Writes what waits.</summary>
    public void Flush()
    {
        foreach (var step in waiting)
        {
            writer!.Write(string.Create(CultureInfo.InvariantCulture, $"{step.Number},{step.Epoch}"));
            foreach (var measurement in step.Measurements)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $",{measurement.Value}"));
            }

            writer.WriteLine();
        }

        waiting.Clear();
        writer?.Flush();
    }

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose()
    {
        Flush();
        writer?.Dispose();
        writer = null;
    }

    private StreamWriter Started(StepRecord step)
    {
        var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(
            string.Join(
                ',',
                step.Measurements.Select(each => PropertyName.InWords(each.Name, '_')).Prepend("epoch").Prepend("step")
            )
        );
        return file;
    }
}
