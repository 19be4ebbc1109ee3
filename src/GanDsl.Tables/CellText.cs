namespace GanDsl;

/// <summary>Cells as they stand in messages.</summary>
internal static class CellText
{
    private const int MostLetters = 40;

    /// <summary>A text on one line, cut off where it is long, though not in the middle of a letter.</summary>
    public static string Short(ReadOnlySpan<char> text)
    {
        var isLong = text.Length > MostLetters;
        var end = !isLong ? text.Length : MostLetters - (char.IsHighSurrogate(text[MostLetters - 1]) ? 1 : 0);
        var letters = text[..end].ToArray();
        return new string(Array.ConvertAll(letters, letter => char.IsControl(letter) ? ' ' : letter))
            + (isLong ? "…" : "");
    }
}
