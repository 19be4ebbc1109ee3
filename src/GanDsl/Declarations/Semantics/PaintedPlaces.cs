namespace GanDsl;

/// <summary>
/// The places of a line that a transposed convolution paints: i·stride + k·dilation for each i below the size of its input and each k below
/// that of its kernel. The same places from the last one to the first are as many, and as far apart.
/// </summary>
internal sealed class PaintedPlaces
{
    // i and k play the same part; the one with fewer values is looked through.
    private readonly (long Count, long Step) few;
    private readonly (long Count, long Step) many;

    public PaintedPlaces(long size, long stride, long kernel, long dilation) =>
        (few, many) = size <= kernel ? ((size, stride), (kernel, dilation)) : ((kernel, dilation), (size, stride));

    /// <summary>The last painted place; the first one is 0.</summary>
    public long Last => ((few.Count - 1) * few.Step) + ((many.Count - 1) * many.Step);

    /// <summary>Whether a place that is not painted lies between two that are, once so many are cut off before the first and behind the last.</summary>
    public bool HaveGaps(long cutBefore, long cutBehind)
    {
        if (cutBefore > Last || cutBehind > Last)
        {
            return false;
        }

        var first = FirstFrom(cutBefore);
        var last = Last - FirstFrom(cutBehind);
        return HaveGapFrom(first, last) || HaveGapFrom(Last - last, Last - first);
    }

    private bool HaveGapFrom(long first, long last)
    {
        // Packed places have gaps near the ends only. Others have one within the larger step.
        var end = ArePackedInside ? Math.Min(last, Border) : last;
        for (var place = first + 1; place < end; place++)
        {
            if (!Contains(place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether all places are painted that are <see cref="Border"/> or more from both ends (Sylvester 1882, for sums of two numbers without a
    /// common divisor; each number has to be there as often as the other one is large).
    /// </summary>
    private bool ArePackedInside =>
        Count.GreatestCommonDivisor(few.Step, many.Step) == 1 && few.Count >= many.Step && many.Count >= few.Step;

    private long Border => (few.Step - 1) * (many.Step - 1);

    private bool Contains(long place)
    {
        var least = Math.Max(0, CeilingOfQuotient(place - ((many.Count - 1) * many.Step), few.Step));
        var most = Math.Min(few.Count - 1, place / few.Step);

        // The remainders come again after so many.
        most = Math.Min(most, least + many.Step - 1);
        for (var i = least; i <= most; i++)
        {
            if ((place - (i * few.Step)) % many.Step == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first painted place that is not before a place.</summary>
    private long FirstFrom(long place)
    {
        var first = Last;
        for (long i = 0; i < few.Count; i++)
        {
            var k = Math.Max(0, CeilingOfQuotient(place - (i * few.Step), many.Step));
            if (k < many.Count)
            {
                first = Math.Min(first, (i * few.Step) + (k * many.Step));
            }
        }

        return first;
    }

    private static long CeilingOfQuotient(long a, long b) => (a / b) + (a % b > 0 ? 1 : 0);
}
