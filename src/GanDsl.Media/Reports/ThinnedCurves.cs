namespace GanDsl;

/// <summary>
/// Rows of measurements, however many, as a bounded number of buckets of equally many rows: where there are too many, two become one. No
/// extreme is lost.
/// </summary>
internal sealed class ThinnedCurves(int columns)
{
    /// <summary>There are never more buckets than this.</summary>
    public const int MostBuckets = 600;

    private readonly List<CurveBucket> buckets = [];
    private long rowsOfBucket = 1;

    /// <summary>The buckets, their steps rising.</summary>
    public IReadOnlyList<CurveBucket> Buckets => buckets;

    /// <summary>The most rows of a bucket.</summary>
    public long RowsOfBucket => rowsOfBucket;

    /// <summary>
    /// Adds a row. Where its step does not come after the last one, a run has gone on from an earlier step: what was measured since then
    /// is dropped, as far as the buckets show.
    /// </summary>
    public void Add(double step, ReadOnlySpan<double?> values)
    {
        while (buckets is [.., var last] && last.First >= step)
        {
            buckets.RemoveAt(buckets.Count - 1);
        }

        if (buckets is [.., { } open] && open.Rows < rowsOfBucket)
        {
            open.Add(step, values);
            return;
        }

        if (buckets.Count == MostBuckets)
        {
            Halve();
        }

        var bucket = new CurveBucket(step, columns);
        bucket.Add(step, values);
        buckets.Add(bucket);
    }

    private void Halve()
    {
        for (var i = 0; i < MostBuckets / 2; i++)
        {
            buckets[i] = buckets[2 * i];
            buckets[i].Add(buckets[2 * i + 1]);
        }

        buckets.RemoveRange(MostBuckets / 2, MostBuckets / 2);
        rowsOfBucket *= 2;
    }
}
