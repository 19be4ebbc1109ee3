using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The first examples of a set that it borrows.</summary>
internal sealed class FirstExamples(Dataset source, int count) : Dataset
{
    public override int Count => count;

    public override IReadOnlyList<long> ExampleShape => source.ExampleShape;

    public override ValueRange Range => source.Range;

    public override string Description => source.Description;

    public override IReadOnlyList<int>? Labels { get; } = source.Labels is { } labels ? [.. labels.Take(count)] : null;

    public override IReadOnlyList<string>? ClassNames => source.ClassNames;

    public override bool CanReadAhead => source.CanReadAhead;

    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        return source.Read(indices);
    }

    protected override Dataset TakeFirst(int fewer) => new FirstExamples(source, fewer);
}
