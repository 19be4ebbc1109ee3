namespace GanDsl.CommandLine;

/// <summary>A word that somebody is told to type.</summary>
internal static class TypedWord
{
    /// <summary>A text as one word of a command line, in quotes where it would be several.</summary>
    public static string Of(string text) => text.Any(char.IsWhiteSpace) ? $"\"{text}\"" : text;
}
