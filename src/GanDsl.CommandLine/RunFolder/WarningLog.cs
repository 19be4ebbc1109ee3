using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>Writes what monitors notice as comma-separated values, each as it comes.</summary>
internal sealed class WarningLog : IDisposable
{
    private const string Header = "step,monitor,message";

    private readonly StreamWriter writer;

    private WarningLog(string path, bool append) =>
        writer = new StreamWriter(path, append) { NewLine = "\n", AutoFlush = true };

    /// <summary>Starts a file; one that is there is replaced.</summary>
    public static WarningLog Start(string path)
    {
        var log = new WarningLog(path, append: false);
        log.writer.WriteLine(Header);
        return log;
    }

    /// <summary>Goes on with a file behind a step; rows after it are dropped, as those steps are trained again.</summary>
    public static WarningLog GoOn(string path, long step)
    {
        if (!File.Exists(path))
        {
            return Start(path);
        }

        RowsOfSteps.KeepUpTo(path, step, Header);
        return new(path, append: true);
    }

    /// <summary>Adds a row.</summary>
    public void Add(MonitorWarning warning) =>
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{warning.Step},{Cell(warning.Monitor)},{Cell(warning.Message.ReplaceLineEndings(" "))}"
            )
        );

    /// <summary>Closes the file.</summary>
    public void Dispose() => writer.Dispose();

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
