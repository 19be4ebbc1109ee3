namespace GanDsl.CommandLine;

/// <summary>Classes as they are typed, such as 3,1,4 or cat,dog.</summary>
internal static class LabelTurn
{
    /// <summary>The classes, at least one.</summary>
    /// <param name="gan">The GAN that they are for.</param>
    /// <param name="text">What was typed for <c>--labels</c>.</param>
    /// <param name="names">The names of the classes; null where they have none. A name that is a number is a name.</param>
    /// <exception cref="GanException">The GAN has no labels, or one is no class.</exception>
    public static IReadOnlyList<int> Of(IGan gan, string text, IReadOnlyList<string>? names)
    {
        if (gan.ClassCount is not { } classes)
        {
            throw new GanException("This GAN has no labels, so --labels means nothing here; leave it out.");
        }

        var turn = text.Split(',').Select(ClassOf).ToList();
        return turn.All(label => label >= 0 && label < classes)
            ? turn
            : throw new GanException(
                $"--labels is '{text}', but it has to be classes from 0 to {classes - 1}"
                    + (names is null ? "" : $" or their names, {RunClasses.ListOf(names)},")
                    + " with commas between them."
            );

        int ClassOf(string part)
        {
            var named = names?.ToList().IndexOf(part.Trim()) ?? -1;
            return named >= 0 ? named
                : int.TryParse(part, out var label) ? label
                : -1;
        }
    }
}
