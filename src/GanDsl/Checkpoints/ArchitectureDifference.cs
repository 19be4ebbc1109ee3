namespace GanDsl;

/// <summary>Says in what two architectures differ.</summary>
internal static class ArchitectureDifference
{
    /// <summary>The first difference, as a clause such as "Conv2d 2 of the discriminator has 64 channels here, 128 in the file"; null where there is none.</summary>
    /// <param name="here">The lines of the declared one.</param>
    /// <param name="saved">The lines of the other one.</param>
    public static string? Between(IReadOnlyList<string> here, IReadOnlyList<string> saved)
    {
        var common = Math.Min(here.Count, saved.Count);
        for (var i = 0; i < common; i++)
        {
            if (here[i] != saved[i])
            {
                return Clause(ArchitectureLine.Parse(here[i]), ArchitectureLine.Parse(saved[i]));
            }
        }

        return here.Count == saved.Count ? null
            : here.Count > common ? $"{ArchitectureLine.Parse(here[common]).Name} is not in the file"
            : $"the file has {ArchitectureLine.Parse(saved[common]).Name} besides";
    }

    private static string Clause(ArchitectureLine here, ArchitectureLine saved) =>
        here.Name != saved.Name ? $"the file has {saved.Name} where {here.Name} is declared"
        : here.Size is { } size && saved.Size is { } savedSize && size != savedSize
            ? $"{here.Name} has {size} {here.SizeNoun} here, {savedSize} in the file"
        : $"{here.Name} is {here.Code} -> {here.Output} here, {saved.Code} -> {saved.Output} in the file";
}
