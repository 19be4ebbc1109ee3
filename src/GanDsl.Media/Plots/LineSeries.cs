namespace GanDsl;

/// <summary>A line of a plot.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Its points, in the order in which they are joined; where one is not finite, the line has a gap.</param>
public sealed record LineSeries(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether the line is drawn pale and thin, as a noisy one is below the line of its means. Default: false.</summary>
    public bool IsFaint { get; init; }

    /// <summary>A line through values that belong to 1, 2, 3, …, as the losses of training steps do.</summary>
    public static LineSeries OfSteps(string name, IReadOnlyList<float> values) =>
        new(name, [.. values.Select((value, i) => ((double)(i + 1), (double)value))]);

    /// <summary>
    /// A line through the means of so many points each, drawn at the middle of them: what a noisy line does in the long run.
    /// </summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="count">Points of one mean, at least 1; what is left over at the end makes none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public LineSeries MeansOf(string name, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new(
            name,
            [
                .. Points
                    .Chunk(count)
                    .Where(part => part.Length == count)
                    .Select(part => (part.Average(point => point.X), part.Average(point => point.Y))),
            ]
        );
    }
}
