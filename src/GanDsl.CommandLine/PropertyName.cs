namespace GanDsl.CommandLine;

/// <summary>The names of measurements, which are those of properties, as text.</summary>
internal static class PropertyName
{
    /// <summary>In lower case, with a separator before each word but the first: <c>TotalLoss</c> as <c>total_loss</c>.</summary>
    public static string InWords(string name, char separator) =>
        string.Concat(
            name.Select(
                (letter, index) =>
                    char.IsUpper(letter) && index > 0
                        ? $"{separator}{char.ToLowerInvariant(letter)}"
                        : $"{char.ToLowerInvariant(letter)}"
            )
        );
}
