using System.Diagnostics;

namespace GanDsl.Benchmarks.Data;

/// <summary>Reads data sets as training does, in shuffled minibatches.</summary>
internal static class Reading
{
    private const int BatchSize = 64;

    /// <summary>Reads every example once.</summary>
    /// <returns>Examples a second.</returns>
    public static double All(Dataset data)
    {
        var watch = Stopwatch.StartNew();
        var read = 0;
        foreach (var batch in new MinibatchIndices(data.Count, BatchSize).Epoch(0))
        {
            data.Read(batch.Span).Dispose();
            read += batch.Length;
        }

        return read / watch.Elapsed.TotalSeconds;
    }
}
