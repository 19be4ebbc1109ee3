using System.Text;

namespace GanDsl;

/// <summary>The names of measurements, which are those of properties, as text.</summary>
internal static class PropertyName
{
    /// <summary>In lower case, with a separator before each word but the first: <c>TotalLoss</c> as <c>total_loss</c>.</summary>
    public static string InWords(string name, char separator)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0 && words[^1] is not ('_' or '/'))
            {
                words.Append(separator);
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
