namespace GanDsl;

/// <summary>The shape of one example, without the batch dimension N: <c>[N, 1, 28, 28]</c> has the sizes 1, 28, 28.</summary>
internal sealed class Shape : IEquatable<Shape>
{
    /// <summary>The most values that a tensor of one example can have: 4 TiB as float32, which no machine holds.</summary>
    public const long LargestElementCount = 1L << 40;

    private readonly long[] sizes;

    public Shape(params long[] sizes) => this.sizes = sizes;

    public int Rank => sizes.Length;

    public IReadOnlyList<long> Sizes => sizes;

    /// <summary>The size of a dimension, counted from the first one after N.</summary>
    public long this[int dimension] => sizes[dimension];

    public long Last => sizes[sizes.Length - 1];

    /// <summary>The number of values in one example.</summary>
    public long ElementCount => sizes.Aggregate(1L, (product, size) => product * size);

    /// <summary>Whether a tensor of these sizes is larger than any machine could hold.</summary>
    public static bool Overflows(IEnumerable<long> sizes) =>
        sizes.Aggregate(1.0, (product, size) => product * size) > LargestElementCount;

    /// <summary>This shape with the last dimension replaced.</summary>
    public Shape WithLast(long size) => new([.. sizes.Take(sizes.Length - 1), size]);

    /// <summary>This shape with the first dimension, the channels, replaced.</summary>
    public Shape WithFirst(long size) => new([size, .. sizes.Skip(1)]);

    public bool Equals(Shape? other) => other is not null && sizes.SequenceEqual(other.sizes);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode() =>
        sizes.Aggregate(sizes.Length, (hash, size) => (hash * 31) + size.GetHashCode());

    public override string ToString() =>
        sizes.Length == 0 ? "[N]" : "[N, " + string.Join(", ", sizes.Select(CodeText.Of)) + "]";
}
