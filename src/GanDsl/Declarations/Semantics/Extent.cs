namespace GanDsl;

/// <summary>A number for each dimension of a signal, an image or a volume: of a kernel, a stride or a padding.</summary>
internal sealed class Extent : IEquatable<Extent>
{
    private readonly int[] sizes;

    public Extent(params int[] sizes) => this.sizes = sizes;

    public int Rank => sizes.Length;

    public IReadOnlyList<int> Sizes => sizes;

    public int this[int axis] => sizes[axis];

    /// <summary>Whether all dimensions have the same.</summary>
    public bool IsSquare => sizes.All(size => size == sizes[0]);

    /// <summary>Whether each dimension has this number.</summary>
    public bool IsEach(int size) => sizes.All(each => each == size);

    /// <summary>As an emitted argument: one number for all dimensions, or a tuple.</summary>
    public string Argument(bool asNumber) => asNumber ? CodeText.Of(sizes[0]) : Tuple;

    /// <summary>As an emitted array: <c>[4, 3]</c>.</summary>
    public string List => $"[{string.Join(", ", sizes.Select(size => CodeText.Of(size)))}]";

    /// <summary>For a message: <c>4 × 3</c>.</summary>
    public string Product => string.Join(" × ", sizes.Select(size => CodeText.Of(size)));

    public bool Equals(Extent? other) => other is not null && sizes.SequenceEqual(other.sizes);

    public override bool Equals(object? obj) => Equals(obj as Extent);

    public override int GetHashCode() => sizes.Aggregate(sizes.Length, (hash, size) => unchecked((hash * 31) + size));

    /// <summary>For a message: <c>4</c> when all agree, else <c>(4, 3)</c>.</summary>
    public override string ToString() => Argument(IsSquare);

    private string Tuple => $"({string.Join(", ", sizes.Select(size => CodeText.Of(size)))})";
}
