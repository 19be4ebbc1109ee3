using System.Diagnostics;

namespace GanDsl.CommandLine;

/// <summary>The report of a run, written as training goes on where that takes no time to speak of.</summary>
internal sealed class RunPage(OutputFolder folder)
{
    // Of a run of a million steps the report takes a second or two.
    private const int Share = 100;

    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private TimeSpan lastTook = TimeSpan.Zero;

    /// <summary>Writes the report.</summary>
    public void Write()
    {
        var watch = Stopwatch.StartNew();
        try
        {
            RunReport.Write(folder.Path);
        }
        finally
        {
            lastTook = watch.Elapsed;
            sinceLast.Restart();
        }
    }

    /// <summary>Writes the report where that takes less than a hundredth of the time since it was last written.</summary>
    public void WriteIfCheap()
    {
        if (sinceLast.Elapsed > lastTook * Share)
        {
            Write();
        }
    }
}
