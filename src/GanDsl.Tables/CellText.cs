namespace GanDsl;

/// <summary>Cells as they stand in messages.</summary>
internal static class CellText
{
    private const int MostLetters = 40;

    /// <summary>A text on one line, cut off where it is long.</summary>
    public static string Short(ReadOnlySpan<char> text)
    {
        var letters = text[..Math.Min(text.Length, MostLetters)].ToArray();
        return new string(Array.ConvertAll(letters, letter => char.IsControl(letter) ? ' ' : letter))
            + (text.Length > MostLetters ? "…" : "");
    }
}
