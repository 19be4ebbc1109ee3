namespace GanDsl;

/// <summary>What values examples may have.</summary>
internal static class ExampleValues
{
    /// <summary>What rounding may add to a value at an end of the interval, as when pictures are scaled or turned.</summary>
    private const double Rounding = 1e-5;

    /// <summary>The interval; of any range the finite numbers.</summary>
    public static (double Low, double High) Interval(ValueRange range) =>
        range switch
        {
            ValueRange.MinusOneToOne => (-1 - Rounding, 1 + Rounding),
            ValueRange.ZeroToOne => (-Rounding, 1 + Rounding),
            _ => (-float.MaxValue, float.MaxValue),
        };

    /// <summary>The interval in words: "in [-1, 1]".</summary>
    public static string Words(ValueRange range) =>
        range switch
        {
            ValueRange.MinusOneToOne => "in [-1, 1]",
            ValueRange.ZeroToOne => "in [0, 1]",
            _ => "unbounded",
        };

    /// <summary>What is wrong with values of these extremes, as the end of a sentence; null where nothing is.</summary>
    public static string? Complaint((double Least, double Greatest) extremes, ValueRange range)
    {
        if (!double.IsFinite(extremes.Least) || !double.IsFinite(extremes.Greatest))
        {
            return "values that are not finite (NaN or infinity), which would spoil both networks for good; leave such examples out, or repair them.";
        }

        var (low, high) = Interval(range);
        return extremes.Least >= low && extremes.Greatest <= high
            ? null
            : FormattableString.Invariant(
                $"the value {(extremes.Least < low ? extremes.Least : extremes.Greatest):G7}, "
            ) + $"but the declared values are {Words(range)}: scale them or declare another range.";
    }
}
