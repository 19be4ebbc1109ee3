using System.Globalization;
using System.Text;

namespace GanDsl;

/// <summary>Text of a file as it stands in messages, which are one readable sentence whatever the file holds.</summary>
internal static class MessageText
{
    private const int Longest = 200;

    /// <summary>The beginning of a text, with '?' for what cannot be shown in a line.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(CanBeShown(rune) ? rune.ToString() : "?");
        }

        return shown.ToString();
    }

    /// <summary>The first sentence of a message of .NET's, without its full stop.</summary>
    public static string FirstSentenceOf(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return Of((end < 0 ? message : message[..end]).TrimEnd('.'));
    }

    private static bool CanBeShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
