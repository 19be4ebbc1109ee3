namespace GanDsl;

/// <summary>One measurement over the steps of a run.</summary>
internal sealed class Curve
{
    /// <summary>A mean is taken over this part of the curve, so that what a noisy one does in the long run is seen.</summary>
    private const int PartsOfMean = 40;

    private readonly IReadOnlyList<CurveBucket> buckets;
    private readonly int column;
    private readonly int reach;

    /// <summary>The curve of a column.</summary>
    public Curve(ThinnedCurves curves, int column)
    {
        (buckets, this.column) = (curves.Buckets, column);
        reach = buckets.Count / PartsOfMean / 2;
        Parts = [.. Unbroken()];
    }

    /// <summary>Whether the means go over more than the rows of one point.</summary>
    public bool IsSmoothed => reach > 0;

    /// <summary>The points, in parts between values that are not finite.</summary>
    public IReadOnlyList<IReadOnlyList<CurvePoint>> Parts { get; }

    private IEnumerable<IReadOnlyList<CurvePoint>> Unbroken()
    {
        var part = new List<CurvePoint>();
        for (var i = 0; i < buckets.Count; i++)
        {
            if (buckets[i].Count(column) > 0)
            {
                part.Add(Point(i));
            }
            else if (buckets[i].IsGap(column) && part.Count > 0)
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private CurvePoint Point(int index)
    {
        // As far to one side as to the other, so that at the ends of a falling curve the mean does not lag.
        var near = Math.Min(reach, Math.Min(index, buckets.Count - 1 - index));
        var (sum, count) = (0.0, 0L);
        for (var i = index - near; i <= index + near; i++)
        {
            sum += buckets[i].Sum(column);
            count += buckets[i].Count(column);
        }

        var bucket = buckets[index];
        return new(
            bucket.Middle,
            bucket.Sum(column) / bucket.Count(column),
            sum / count,
            bucket.Least(column),
            bucket.Greatest(column)
        );
    }
}
