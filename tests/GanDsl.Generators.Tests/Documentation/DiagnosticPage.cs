namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The page of a rule in docs/diagnostics.</summary>
internal sealed class DiagnosticPage
{
    private const string Folder = "docs/diagnostics";

    private DiagnosticPage(string id, string text)
    {
        Id = id;
        Lines = text.Split('\n');
        Sections = Markdown.Sections(text);
    }

    public string Id { get; }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<(string Title, string Text)> Sections { get; }

    /// <summary>The declaration that breaks the rule.</summary>
    public string Wrong => Declaration(nameof(Wrong));

    /// <summary>The same declaration, mended.</summary>
    public string Right => Declaration(nameof(Right));

    /// <summary>Every page, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticPage> All { get; } =
    [
        .. Directory
            .GetFiles(Repository.PathOf(Folder), "GAN*.md")
            .Order(StringComparer.Ordinal)
            .Select(path => new DiagnosticPage(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    private string Declaration(string section) =>
        Markdown.CSharpBlocks(Sections.Single(each => each.Title == section).Text).Single();
}
