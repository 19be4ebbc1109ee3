namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The little of Markdown that the documentation uses.</summary>
internal static class Markdown
{
    private const string SectionStart = "\n## ";

    /// <summary>The sections in order: each title with the text under it.</summary>
    public static IReadOnlyList<(string Title, string Text)> Sections(string text) =>
        [
            .. text.Split(SectionStart)
                .Skip(1)
                .Select(section => section.Split('\n', 2))
                .Select(parts => (parts[0], parts.Length > 1 ? parts[1].Trim('\n') : "")),
        ];

    /// <summary>The cells of the rows of all tables, without their heads.</summary>
    public static IReadOnlyList<string[]> Rows(string text)
    {
        var lines = text.Split('\n');
        return
        [
            .. lines
                .Where(
                    (line, index) => IsRow(line) && !IsRule(line) && !IsRule(lines.ElementAtOrDefault(index + 1) ?? "")
                )
                .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray()),
        ];
    }

    private static bool IsRow(string line) => line.StartsWith('|');

    /// <summary>What stands under the head of a table: |---|---|.</summary>
    private static bool IsRule(string line) => line.StartsWith("|-", StringComparison.Ordinal);

    /// <summary>The contents of the fenced blocks of C#.</summary>
    public static IReadOnlyList<string> CSharpBlocks(string text) => Blocks(text, "csharp");

    /// <summary>The contents of the fenced blocks of a language.</summary>
    public static IReadOnlyList<string> Blocks(string text, string language) =>
        [
            .. text.Split($"```{language}\n")
                .Skip(1)
                .Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]),
        ];
}
