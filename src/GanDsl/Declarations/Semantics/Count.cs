namespace GanDsl;

/// <summary>Sums and products of counts that stay at the largest number instead of overflowing.</summary>
internal static class Count
{
    public static long Sum(IEnumerable<long> counts) =>
        counts.Aggregate(0L, (total, count) => count > long.MaxValue - total ? long.MaxValue : total + count);

    public static long Product(params long[] counts) =>
        counts.Aggregate(
            1L,
            (product, count) => product > long.MaxValue / Math.Max(1, count) ? long.MaxValue : product * count
        );

    public static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
