namespace GanDsl;

/// <summary>The mean of the last values of a sequence.</summary>
/// <param name="count">Of how many, at least 1.</param>
internal sealed class RecentMean(int count)
{
    private readonly Queue<double> values = new(count);

    /// <summary>The mean; null until there are as many values.</summary>
    public double? Value => values.Count == count ? values.Average() : null;

    /// <summary>Takes the next value.</summary>
    public void Add(double value)
    {
        if (values.Count == count)
        {
            values.Dequeue();
        }

        values.Enqueue(value);
    }
}
