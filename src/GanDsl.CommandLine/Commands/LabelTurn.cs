namespace GanDsl.CommandLine;

/// <summary>Classes as they are typed, such as 3,1,4.</summary>
internal static class LabelTurn
{
    /// <summary>The classes, at least one.</summary>
    /// <param name="gan">The GAN that they are for.</param>
    /// <param name="text">What was typed for <c>--labels</c>.</param>
    /// <exception cref="GanException">The GAN has no labels, or one names no class.</exception>
    public static IReadOnlyList<int> Of(IGan gan, string text)
    {
        if (gan.ClassCount is not { } classes)
        {
            throw new GanException("This GAN has no labels, so --labels means nothing here; leave it out.");
        }

        var turn = text.Split(',').Select(part => int.TryParse(part, out var label) ? label : -1).ToList();
        return turn.All(label => label >= 0 && label < classes)
            ? turn
            : throw new GanException(
                $"--labels is '{text}', but it has to be classes from 0 to {classes - 1} with commas between them."
            );
    }
}
