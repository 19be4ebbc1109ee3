using System.Globalization;
using System.Net;
using System.Text;

namespace GanDsl;

/// <summary>Texts and numbers as they stand in a page.</summary>
internal static class HtmlText
{
    /// <summary>A text between tags or in quotes: nothing in it is markup, and what no page may hold is shown as U+FFFD.</summary>
    public static string Of(string text)
    {
        var possible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            possible.Append(IsPossible(rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return WebUtility.HtmlEncode(possible.ToString());
    }

    /// <summary>A number to about four digits; what is not finite by its name.</summary>
    public static string Of(double value) =>
        Math.Abs(value) is >= 1000 and < 1e6
            ? value.ToString("N0", CultureInfo.InvariantCulture)
            : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A count, with a comma after each three digits.</summary>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A name of a column in words: <c>discriminator_loss</c> as "discriminator loss".</summary>
    public static string InWords(string name) => Of(name.Replace('_', ' '));

    /// <summary>A place in a drawing.</summary>
    public static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    // The characters of XML 1.0, section 2.2; surrogates are no runes.
    private static bool IsPossible(int character) =>
        character is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF));
}
