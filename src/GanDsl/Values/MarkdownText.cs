namespace GanDsl;

/// <summary>Texts for Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>A text that stays as it is in one cell of a table.</summary>
    public static string Cell(string text) => InOneRow(text.Replace("\\", "\\\\", StringComparison.Ordinal));

    /// <summary>The same for code, in which only what ends the cell is taken for anything else than itself.</summary>
    public static string CodeCell(string text) => $"`{InOneRow(text)}`";

    private static string InOneRow(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
