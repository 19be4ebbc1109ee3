namespace GanDsl;

/// <summary>The square of the plane that a plot shows, with the same scale in both directions, and its place in the drawing.</summary>
internal sealed class PlotFrame
{
    /// <summary>The left edge of the square in the drawing.</summary>
    public const double Left = 56;

    /// <summary>The top edge of the square in the drawing.</summary>
    public const double Top = 72;

    /// <summary>The side of the square in the drawing.</summary>
    public const double Side = 480;

    /// <summary>Empty space around the points, as a fraction of their extent.</summary>
    private const double Surround = 0.18;

    /// <summary>Frames points given as x, y, x, y, …; those that are not finite do not count.</summary>
    public PlotFrame(float[] points)
    {
        (double low, double high) x = Extremes(points, 0);
        (double low, double high) y = Extremes(points, 1);
        double span = Math.Max(x.high - x.low, y.high - y.low);
        double extent = span > 0 ? span * (1 + 2 * Surround) : 1;
        Horizontal = new PlotAxis((x.low + x.high - extent) / 2, extent, Left, Side);
        Vertical = new PlotAxis((y.low + y.high - extent) / 2, extent, Top + Side, -Side);
    }

    /// <summary>From data to drawing, to the right.</summary>
    public PlotAxis Horizontal { get; }

    /// <summary>From data to drawing, upwards.</summary>
    public PlotAxis Vertical { get; }

    /// <summary>Whether a point of the data is inside the square; one that is not finite never is.</summary>
    public bool Shows(double x, double y) => Horizontal.Shows(x) && Vertical.Shows(y);

    private static (double Low, double High) Extremes(float[] points, int first)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int i = 0; i < points.Length; i += 2)
            if (float.IsFinite(points[i]) && float.IsFinite(points[i + 1]))
            {
                low = Math.Min(low, points[i + first]);
                high = Math.Max(high, points[i + first]);
            }

        return low <= high ? (low, high) : (0, 0);
    }
}
