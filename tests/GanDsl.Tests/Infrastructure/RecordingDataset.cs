using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Points [i, -i] that note which of them are read, minibatch by minibatch, and on which thread.</summary>
internal sealed class RecordingDataset(int count, bool canReadAhead = false) : Dataset
{
    private int readsUnderWay;

    public List<int[]> Minibatches { get; } = [];

    public List<int> Threads { get; } = [];

    /// <summary>Whether a read was begun before another one had ended.</summary>
    public bool ReadsOverlapped { get; private set; }

    /// <summary>Called in each read with its number, from 1; may throw or take its time.</summary>
    public Action<int>? OnRead { get; init; }

    public override int Count => count;

    public override IReadOnlyList<long> ExampleShape => [2];

    public override ValueRange Range => ValueRange.Unbounded;

    public override string Description => "the recorded points";

    public override bool CanReadAhead => canReadAhead;

    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        ReadsOverlapped |= Interlocked.Increment(ref readsUnderWay) > 1;
        try
        {
            Minibatches.Add(indices.ToArray());
            Threads.Add(Environment.CurrentManagedThreadId);
            OnRead?.Invoke(Minibatches.Count);
            using var scope = NewDisposeScope();
            var column = tensor(indices.ToArray(), ScalarType.Float32);
            return stack([column, -column], 1).MoveToOuterDisposeScope();
        }
        finally
        {
            Interlocked.Decrement(ref readsUnderWay);
        }
    }
}
