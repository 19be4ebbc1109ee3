namespace GanDsl;

/// <summary>What the dimensions after the channels are called: those of signals, images and volumes.</summary>
internal static class Axes
{
    private static readonly string[][] Names =
    [
        ["Length"],
        ["Height", "Width"],
        ["Depth", "Height", "Width"],
    ];
    private static readonly string[][] Lines =
    [
        ["sample"],
        ["row", "column"],
        ["slice", "row", "column"],
    ];
    private static readonly string[] Values = ["samples", "pixels", "voxels"];
    private static readonly string[] Inputs = ["[N, C, L]", "[N, C, H, W]", "[N, C, D, H, W]"];

    /// <summary>The inputs of layers that take signals, images and volumes alike.</summary>
    public static string AnyInput => $"{Inputs[0]}, {Inputs[1]} or {Inputs[2]}";

    /// <summary>Whether an example is a signal, an image or a volume.</summary>
    public static bool AreOf(Shape input) => input.Rank is >= 2 and <= 4;

    /// <summary>The end of the name of an argument of one dimension, such as <c>Height</c>.</summary>
    public static IReadOnlyList<string> NamesOf(int rank) => Names[rank - 1];

    /// <summary>What the values are: samples, pixels or voxels.</summary>
    public static string ValuesOf(int rank) => Values[rank - 1];

    /// <summary>The shape of the input, such as <c>[N, C, H, W]</c>.</summary>
    public static string InputOf(int rank) => Inputs[rank - 1];

    /// <summary>Numbers of slices, rows and columns, without those that are 0: <c>1 row and 2 columns</c>.</summary>
    public static string Text(IReadOnlyList<long> counts)
    {
        var parts = counts
            .Select((count, axis) => (count, Line: Lines[counts.Count - 1][axis]))
            .Where(part => part.count != 0)
            .Select(part => CodeText.Count(part.count, part.Line))
            .ToList();
        return parts.Count <= 1
            ? string.Concat(parts)
            : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[parts.Count - 1]}";
    }
}
