namespace GanDsl.CommandLine;

/// <summary>What somebody is told to type.</summary>
internal static class Typed
{
    /// <summary>A text as one word of a command line, in quotes where it would be several.</summary>
    public static string Text(string text) => text.Any(char.IsWhiteSpace) ? $"\"{text}\"" : text;
}
