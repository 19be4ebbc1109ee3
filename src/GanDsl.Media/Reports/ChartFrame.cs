namespace GanDsl;

/// <summary>The interval of values that a chart shows.</summary>
/// <param name="Low">Its lower edge.</param>
/// <param name="High">Its upper edge, greater.</param>
/// <param name="Least">The least value there is.</param>
/// <param name="Greatest">The greatest value there is.</param>
internal readonly record struct ChartFrame(double Low, double High, double Least, double Greatest)
{
    private const double Margin = 0.05;

    /// <summary>How far a value may lie beyond nearly all others, in parts of the interval of these, before the chart ends short of it.</summary>
    private const double Far = 2;

    /// <summary>Whether a value lies beyond the chart.</summary>
    public bool IsCut => Least < Low || Greatest > High;

    /// <summary>The frame of curves; null where there is nothing to show.</summary>
    public static ChartFrame? Of(IEnumerable<Curve> curves)
    {
        double[] values =
        [
            .. curves
                .SelectMany(curve => curve.Parts)
                .SelectMany(part => part)
                .SelectMany(point => (double[])[point.Least, point.Greatest])
                .Order(),
        ];
        if (values.Length == 0)
        {
            return null;
        }

        // A single loss of thousands would press all others flat.
        var (least, greatest) = (values[0], values[^1]);
        var (low, high) = (values[values.Length / 100], values[^(1 + values.Length / 100)]);
        var most = high - low;
        var bottom = least < low - Far * most && most > 0 ? low - most / 4 : least;
        var top = greatest > high + Far * most && most > 0 ? high + most / 4 : greatest;
        var margin = top > bottom ? Margin * (top - bottom) : Math.Max(Math.Abs(top) / 10, 0.1);
        return new(bottom - margin, top + margin, least, greatest);
    }
}
