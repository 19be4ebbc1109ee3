namespace GanDsl;

/// <summary>Round numbers along an axis.</summary>
internal static class AxisTicks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten within an interval, about as many as asked for.</summary>
    /// <param name="low">The beginning of the interval.</param>
    /// <param name="high">Its end, greater.</param>
    /// <param name="about">How many, at least 1; there are never more than twice as many and one.</param>
    public static IEnumerable<double> Between(double low, double high, int about)
    {
        var rough = (high - low) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var unit = (rough / power) switch
        {
            < 1.5 => power,
            < 3.5 => 2 * power,
            < 7.5 => 5 * power,
            _ => 10 * power,
        };
        var first = Math.Ceiling(low / unit);
        var last = Math.Floor(high / unit);
        for (var i = 0; i <= last - first && i <= 2 * about; i++)
        {
            // Rounded to the digits of the unit, so that 0.30000000000000004 is 0.3; and no negative zero.
            yield return Math.Round((first + i) * unit, Math.Clamp(1 - (int)Math.Floor(Math.Log10(unit)), 0, 15)) + 0.0;
        }
    }
}
