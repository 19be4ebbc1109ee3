using System.Text;

namespace GanDsl;

/// <summary>Values as Python source text.</summary>
internal static class PythonText
{
    public static string Of(long value) => CodeText.Of(value);

    public static string Of(bool value) => value ? "True" : "False";

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Of(double value) =>
        double.IsNaN(value) ? "float(\"nan\")"
        : double.IsInfinity(value) ? $"{(value < 0 ? "-" : "")}float(\"inf\")"
        : CodeText.Of(value);

    /// <summary>A string literal.</summary>
    public static string Of(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            text.Append(
                letter is '"' or '\\' ? "\\" + letter
                : letter is < ' ' or > '~' ? $"\\u{(int)letter:x4}"
                : letter.ToString()
            );
        }

        return text.Append('"').ToString();
    }

    /// <summary>A tuple of two or more numbers.</summary>
    public static string Tuple(IEnumerable<long> values) => $"({string.Join(", ", values.Select(Of))})";

    /// <summary>One number where all dimensions have the same, else a tuple.</summary>
    public static string Of(Extent extent) =>
        extent.IsSquare ? Of(extent[0]) : Tuple(extent.Sizes.Select(size => (long)size));

    /// <summary>One number, or a tuple of several.</summary>
    public static string Of(IReadOnlyList<long> sizes) => sizes.Count == 1 ? Of(sizes[0]) : Tuple(sizes);
}
