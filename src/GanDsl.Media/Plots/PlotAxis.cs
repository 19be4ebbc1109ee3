namespace GanDsl;

/// <summary>One direction of a plot: where values stand in the drawing, and the round numbers along it.</summary>
/// <param name="low">The value at the start.</param>
/// <param name="extent">From there to the value at the end; above 0.</param>
/// <param name="start">The start in the drawing.</param>
/// <param name="length">From there to the end in the drawing; negative upwards.</param>
internal sealed class PlotAxis(double low, double extent, double start, double length)
{
    /// <summary>The start in the drawing.</summary>
    public double Start => start;

    /// <summary>The end in the drawing.</summary>
    public double End => start + length;

    /// <summary>From data to drawing.</summary>
    public double Place(double value) => start + (value - low) / extent * length;

    /// <summary>Whether a value is on the axis; one that is not finite never is.</summary>
    public bool Shows(double value) => value - low >= 0 && value - low <= extent;

    /// <summary>Multiples of 1, 2 or 5 times a power of ten, four to nine of them.</summary>
    public IEnumerable<double> Ticks()
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(extent / 4)));
        double step = power * ((double[])[5, 2, 1]).First(factor => factor * power * 4 <= extent || factor == 1);
        for (double n = Math.Ceiling(low / step); n * step <= low + extent; n++)
            yield return n * step + 0.0; // a negative zero would be labelled "-0"
    }

    /// <summary>An axis for all finite values, with empty space around them.</summary>
    /// <param name="values">The values; where none is finite, the axis shows 0 to 1.</param>
    /// <param name="surround">Empty space at either end, as a fraction of the extent of the values.</param>
    /// <param name="start">The start in the drawing.</param>
    /// <param name="length">From there to the end in the drawing; negative upwards.</param>
    public static PlotAxis Around(IEnumerable<double> values, double surround, double start, double length)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
            if (double.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));

        if (low > high)
            return new PlotAxis(0, 1, start, length);
        if (low == high)
            return new PlotAxis(low - Reach(low), 2 * Reach(low), start, length);
        double space = surround * (high - low);
        return new PlotAxis(low - space, high - low + 2 * space, start, length);
    }

    /// <summary>What to show on either side of a single value.</summary>
    private static double Reach(double value) => value == 0 ? 1 : Math.Abs(value) / 2;
}
