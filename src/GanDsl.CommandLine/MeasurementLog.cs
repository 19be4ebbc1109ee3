using System.Globalization;
using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>Writes what every training step measured as comma-separated values, as training goes.</summary>
internal sealed class MeasurementLog(string path) : IDisposable
{
    // Reading a number waits for the device, and after some steps all of them are in memory anyway.
    private const int RowsAtOnce = 64;

    private readonly List<StepRecord> waiting = new(RowsAtOnce);
    private StreamWriter? writer;

    /// <summary>Adds the row of a step. The first one starts the file; one that is there is replaced.</summary>
    public void Add(StepRecord step)
    {
        writer ??= Start(step);
        waiting.Add(step);
        if (waiting.Count == RowsAtOnce)
        {
            Flush();
        }
    }

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose()
    {
        Flush();
        writer?.Dispose();
        writer = null;
    }

    private StreamWriter Start(StepRecord step)
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

    private void Flush()
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
}
