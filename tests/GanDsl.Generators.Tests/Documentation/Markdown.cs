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

    /// <summary>The contents of the fenced blocks of C#.</summary>
    public static IReadOnlyList<string> CSharpBlocks(string text) =>
        [.. text.Split("```csharp\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])];
}
