using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Points [i, -i] that note which of them are read, minibatch by minibatch.</summary>
internal sealed class RecordingDataset(int count) : Dataset
{
    public List<int[]> Minibatches { get; } = [];

    public override int Count => count;

    public override IReadOnlyList<long> ExampleShape => [2];

    public override ValueRange Range => ValueRange.Unbounded;

    public override string Description => "the recorded points";

    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        Minibatches.Add(indices.ToArray());
        using var scope = NewDisposeScope();
        var column = tensor(indices.ToArray(), ScalarType.Float32);
        return stack([column, -column], 1).MoveToOuterDisposeScope();
    }
}
