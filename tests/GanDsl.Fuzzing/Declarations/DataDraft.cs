namespace GanDsl.Fuzzing.Declarations;

/// <summary>A declared data shape: <c>Image</c>, <c>Signal</c> or <c>Point</c>.</summary>
internal sealed record DataDraft(string Kind, IReadOnlyList<int> Sizes, string? Range)
{
    public string Attribute => new AttributeText(Kind).Add(Sizes).SetText("Range", Range).ToString();

    public string BatchType => Kind + "s";

    public long[] Shape => [.. Sizes.Select(size => (long)size)];
}
