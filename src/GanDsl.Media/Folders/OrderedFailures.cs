namespace GanDsl;

/// <summary>Loops on several threads whose failure is the same whichever thread was first.</summary>
internal static class OrderedFailures
{
    /// <summary>Calls <paramref name="body"/> with the numbers below <paramref name="count"/>.</summary>
    /// <exception cref="GanException">The first by its message of those that were thrown.</exception>
    public static void For(int count, int threads, Action<int> body)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
        }
        catch (AggregateException failures)
        {
            throw failures
                .Flatten()
                .InnerExceptions.OfType<GanException>()
                .OrderBy(each => each.Message, StringComparer.Ordinal)
                .FirstOrDefault()
                ?? failures.InnerException!;
        }
    }
}
