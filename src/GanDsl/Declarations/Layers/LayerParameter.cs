namespace GanDsl;

/// <summary>A learned parameter: its PyTorch name within the layer (<c>weight</c>) and its sizes.</summary>
internal sealed class LayerParameter
{
    public LayerParameter(string name, params long[] sizes)
    {
        Name = name;
        Sizes = sizes;
    }

    public string Name { get; }

    public IReadOnlyList<long> Sizes { get; }

    public long ElementCount => Sizes.Aggregate(1L, (product, size) => product * size);
}
