using System.Text;

namespace GanDsl;

/// <summary>The names of measurements, which are those of properties, as TensorBoard groups them.</summary>
internal static class MeasurementName
{
    private static readonly string[] Groups = ["Loss", "Score"];

    /// <summary>
    /// With the group in front: <c>DiscriminatorLoss</c> as <c>loss/discriminator</c>, <c>RealScore</c> as <c>score/real</c>; of a name in
    /// no group, such as <c>GradientPenalty</c>, the words: <c>gradient_penalty</c>. A name in lower case is left as it is.
    /// </summary>
    public static string Tag(string name)
    {
        string? group = Groups.FirstOrDefault(group =>
            name.Length > group.Length && name.EndsWith(group, StringComparison.Ordinal)
        );
        return group is null ? InWords(name) : $"{group.ToLowerInvariant()}/{InWords(name[..^group.Length])}";
    }

    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0 && words[^1] is not ('_' or '/'))
                words.Append('_');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
