using System.Diagnostics;

namespace GanDsl.Benchmarks.Data;

/// <summary>Reads data sets as training does, in shuffled minibatches.</summary>
internal static class Reading
{
    private const int BatchSize = 64;

    /// <summary>Reads every example once.</summary>
    /// <returns>Examples a second, and in each second of a processor.</returns>
    public static (double Clock, double Processor) All(Dataset data)
    {
        var (watch, spent) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var read = 0;
        foreach (var batch in new MinibatchIndices(data.Count, BatchSize).Epoch(0))
        {
            data.Read(batch.Span).Dispose();
            read += batch.Length;
        }

        return (read / watch.Elapsed.TotalSeconds, read / (Environment.CpuUsage.TotalTime - spent).TotalSeconds);
    }
}
