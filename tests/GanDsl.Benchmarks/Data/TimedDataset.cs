using System.Diagnostics;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Data;

/// <summary>Another data set, and when each of its reads ended.</summary>
internal sealed class TimedDataset(Dataset source) : Dataset
{
    private readonly List<long> ends = [];

    public override int Count => source.Count;

    public override IReadOnlyList<long> ExampleShape => source.ExampleShape;

    public override ValueRange Range => source.Range;

    public override string Description => source.Description;

    public override bool CanReadAhead => source.CanReadAhead;

    /// <summary>When each read ended, in ticks of the stopwatch.</summary>
    public long[] Ends
    {
        get
        {
            lock (ends)
            {
                return [.. ends];
            }
        }
    }

    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        var examples = source.Read(indices);
        lock (ends)
        {
            ends.Add(Stopwatch.GetTimestamp());
        }

        return examples;
    }
}
