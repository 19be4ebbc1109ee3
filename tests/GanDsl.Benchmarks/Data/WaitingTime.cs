using System.Diagnostics;
using GanDsl.Benchmarks.Models;

namespace GanDsl.Benchmarks.Data;

/// <summary>What steps of training took, and for how much of it they waited for their minibatches.</summary>
/// <param name="Clock">Milliseconds of a step.</param>
/// <param name="Processor">Milliseconds of a step on all processors together.</param>
/// <param name="Share">The share of the time for which training waited, in [0, 1].</param>
internal readonly record struct WaitingTime(double Clock, double Processor, double Share)
{
    /// <summary>Trains. A step asks for its minibatch when it begins, and waits where the reading of it ends later.</summary>
    public static WaitingTime Of(AlternatingImages gan, Dataset source, int steps)
    {
        using var data = new TimedDataset(source);
        var asked = new List<long>();
        var (watch, spent) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using var training = gan.Train(data, epochs: 1).GetEnumerator();
        for (var step = 0; step < steps; step++)
        {
            asked.Add(Stopwatch.GetTimestamp());
            training.MoveNext();
        }

        var elapsed = watch.Elapsed;
        var waited = asked.Zip(data.Ends, (begin, end) => Math.Max(0, end - begin)).Sum();
        return new(
            elapsed.TotalMilliseconds / steps,
            (Environment.CpuUsage.TotalTime - spent).TotalMilliseconds / steps,
            waited / (double)Stopwatch.Frequency / elapsed.TotalSeconds
        );
    }
}
