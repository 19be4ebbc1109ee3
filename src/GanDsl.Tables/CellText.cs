namespace GanDsl;

/// <summary>Cells as they stand in messages.</summary>
internal static class CellText
{
    private const int MostLetters = 40;
    private const int MostNames = 20;

    /// <summary>A text on one line, cut off where it is long, though not in the middle of a letter.</summary>
    public static string Short(ReadOnlySpan<char> text)
    {
        var isLong = text.Length > MostLetters;
        var end = !isLong ? text.Length : MostLetters - (char.IsHighSurrogate(text[MostLetters - 1]) ? 1 : 0);
        var letters = text[..end].ToArray();
        return new string(Array.ConvertAll(letters, letter => char.IsControl(letter) ? ' ' : letter))
            + (isLong ? "…" : "");
    }

    /// <summary>The first of many names, in quotation marks.</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(name => $"'{Short(name)}'"))
        + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
}
