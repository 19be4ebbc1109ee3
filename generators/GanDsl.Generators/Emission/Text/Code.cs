namespace GanDsl.Generators.Emission;

/// <summary>Source text from pieces.</summary>
internal static class Code
{
    /// <summary>A template with its holes filled.</summary>
    public static string Of(CodeTemplate template) => template.ToString();

    /// <summary>Lines one below the other.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines);

    /// <summary>Pieces with a blank line between them; empty ones are left out.</summary>
    public static string Paragraphs(params string[] pieces) =>
        string.Join("\n\n", pieces.Where(piece => piece.Length > 0));
}
