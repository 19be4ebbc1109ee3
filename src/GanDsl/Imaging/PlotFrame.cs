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

    private readonly double lowX;
    private readonly double lowY;
    private readonly double extent;

    /// <summary>Frames points given as x, y, x, y, …; those that are not finite do not count.</summary>
    public PlotFrame(float[] points)
    {
        (double low, double high) x = Extremes(points, 0);
        (double low, double high) y = Extremes(points, 1);
        double span = Math.Max(x.high - x.low, y.high - y.low);
        extent = span > 0 ? span * (1 + 2 * Surround) : 1;
        lowX = (x.low + x.high - extent) / 2;
        lowY = (y.low + y.high - extent) / 2;
    }

    /// <summary>From data to drawing, to the right.</summary>
    public double X(double x) => Left + (x - lowX) / extent * Side;

    /// <summary>From data to drawing, upwards.</summary>
    public double Y(double y) => Top + Side - (y - lowY) / extent * Side;

    /// <summary>Whether a point of the data is inside the square; one that is not finite never is.</summary>
    public bool Shows(double x, double y) => IsInside(x - lowX) && IsInside(y - lowY);

    /// <summary>Round numbers along the horizontal axis.</summary>
    public IEnumerable<double> TicksX => Ticks(lowX);

    /// <summary>Round numbers along the vertical axis.</summary>
    public IEnumerable<double> TicksY => Ticks(lowY);

    private bool IsInside(double distance) => distance >= 0 && distance <= extent;

    /// <summary>Multiples of 1, 2 or 5 times a power of ten, four to nine of them.</summary>
    private IEnumerable<double> Ticks(double low)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(extent / 4)));
        double step = power * ((double[])[5, 2, 1]).First(factor => factor * power * 4 <= extent || factor == 1);
        for (double n = Math.Ceiling(low / step); n * step <= low + extent; n++)
            yield return n * step + 0.0; // a negative zero would be labelled "-0"
    }

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
