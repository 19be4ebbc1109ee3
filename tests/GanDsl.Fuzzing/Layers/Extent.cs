using GanDsl.Fuzzing.Declarations;

namespace GanDsl.Fuzzing.Layers;

/// <summary>An argument that can be typed for all dimensions, for some of them, or not at all.</summary>
internal sealed record Extent(int? All, params int?[] Each)
{
    /// <summary>What the dimensions are called, by how many there are.</summary>
    private static readonly string[][] Names =
    [
        ["Length"],
        ["Height", "Width"],
        ["Depth", "Height", "Width"],
    ];

    public static Extent None(int rank) => new(null, new int?[rank]);

    /// <summary>What holds for each dimension.</summary>
    public long[] Or(int otherwise) => [.. Each.Select(one => (long)(one ?? All ?? otherwise))];

    public void AddTo(AttributeText text, string property)
    {
        text.Set(property, All);
        for (var axis = 0; axis < Each.Length; axis++)
        {
            text.Set(property + Names[Each.Length - 1][axis], Each[axis]);
        }
    }
}
