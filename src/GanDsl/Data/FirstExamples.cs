using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The first examples of a set, which it shares.</summary>
internal sealed class FirstExamples : Dataset
{
    private readonly Dataset source;

    public FirstExamples(Dataset source, int count)
    {
        this.source = source;
        Count = count;
        Labels = source.Labels is { } labels ? [.. labels.Take(count)] : null;
        source.Hold();
    }

    public override int Count { get; }

    public override IReadOnlyList<long> ExampleShape => source.ExampleShape;

    public override ValueRange Range => source.Range;

    public override string Description => source.Description;

    public override IReadOnlyList<int>? Labels { get; }

    public override IReadOnlyList<string>? ClassNames => source.ClassNames;

    public override bool CanReadAhead => source.CanReadAhead;

    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        RequireNotDisposed();
        CheckIndices(indices);
        return source.Read(indices);
    }

    protected override Dataset TakeFirst(int fewer) => new FirstExamples(source, fewer);

    protected override void Dispose(bool disposing) => source.Release();
}
