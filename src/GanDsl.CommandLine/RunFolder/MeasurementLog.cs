using System.Globalization;
using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>Writes what every training step measured as comma-separated values, as training goes.</summary>
internal sealed class MeasurementLog : IDisposable
{
    // Reading a number waits for the device, and after some steps all of them are in memory anyway.
    private const int RowsAtOnce = 64;

    private readonly string path;
    private readonly bool goesOn;
    private readonly List<StepRecord> waiting = new(RowsAtOnce);
    private StreamWriter? writer;
    private IReadOnlyList<string> columns = [];

    private MeasurementLog(string path, bool goesOn) => (this.path, this.goesOn) = (path, goesOn);

    /// <summary>Starts a file with the first row; one that is there is replaced.</summary>
    public static MeasurementLog Start(string path) => new(path, goesOn: false);

    /// <summary>
    /// Goes on with a file behind a step; rows after it are dropped, as those steps are trained again. What is measured now and was not before gets
    /// columns of its own behind the others; the cells of what is not measured are empty.
    /// </summary>
    public static MeasurementLog GoOn(string path, long step)
    {
        if (!File.Exists(path))
        {
            return Start(path);
        }

        RowsOfSteps.KeepUpTo(path, step, header: "step,epoch");
        return new(path, goesOn: true);
    }

    /// <summary>Adds the row of a step.</summary>
    public void Add(StepRecord step)
    {
        writer ??= Opened(step);
        waiting.Add(step);
        if (waiting.Count == RowsAtOnce)
        {
            Flush();
        }
    }

    /// <summary>Writes what waits.</summary>
    public void Flush()
    {
        StepRecord[] steps = [.. waiting];
        waiting.Clear();
        foreach (var step in steps)
        {
            writer!.WriteLine(Row(step));
        }

        writer?.Flush();
    }

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose()
    {
        try
        {
            using (writer)
            {
                Flush();
            }
        }
        catch (IOException)
        {
            // Rows up to the last checkpoint are written, and a failure that led here is the one to report.
        }

        writer = null;
    }

    private StreamWriter Opened(StepRecord step)
    {
        string[] wanted = ["step", "epoch", .. step.Measurements.Select(ColumnOf)];
        columns = goesOn ? RowsOfSteps.AddColumns(path, wanted) : wanted;
        var file = new StreamWriter(path, append: goesOn) { NewLine = "\n" };
        if (!goesOn)
        {
            file.WriteLine(string.Join(',', columns));
        }

        return file;
    }

    private string Row(StepRecord step)
    {
        var cells = step.ComputedMeasurements.ToDictionary(
            ColumnOf,
            each => each.Value.ToString(CultureInfo.InvariantCulture)
        );
        var numbers = columns.Skip(2).Select(column => cells.GetValueOrDefault(column, ""));
        return string.Create(CultureInfo.InvariantCulture, $"{step.Number},{step.Epoch},{string.Join(',', numbers)}");
    }

    private static string ColumnOf(Measurement measurement) => PropertyName.InWords(measurement.Name, '_');
}
