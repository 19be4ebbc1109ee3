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
        return group is null
            ? PropertyName.InWords(name, '_')
            : $"{group.ToLowerInvariant()}/{PropertyName.InWords(name[..^group.Length], '_')}";
    }
}
