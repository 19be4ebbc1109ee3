using Point = (double X, double Y);

namespace GanDsl.ToyData;

/// <summary>
/// One movement of the pen through points of the unit square, x to the right and y downwards: straight from point to point,
/// or smoothly through them.
/// </summary>
internal sealed class Stroke
{
    /// <summary>Straight pieces of a curve between two of its points; 8 keep the corner under half a pixel at 28 x 28.</summary>
    private const int PiecesPerSpan = 8;

    private readonly Point[] points;
    private readonly bool smooth;

    private Stroke(Point[] points, bool smooth)
    {
        this.points = points;
        this.smooth = smooth;
    }

    /// <summary>The pen goes straight from point to point.</summary>
    public static Stroke Line(params Point[] points) => new(points, smooth: false);

    /// <summary>The pen swings through the points.</summary>
    public static Stroke Curve(params Point[] points) => new(points, smooth: true);

    /// <summary>The path as straight pieces, after every control point has been moved by <paramref name="move"/>.</summary>
    public Point[] Flatten(Func<Point, Point> move)
    {
        var moved = Array.ConvertAll(points, point => move(point));
        if (!smooth || moved.Length < 3)
        {
            return moved;
        }

        var path = new List<Point>((moved.Length - 1) * PiecesPerSpan + 1);
        for (var i = 0; i + 1 < moved.Length; i++)
        {
            for (var piece = 0; piece < PiecesPerSpan; piece++)
            {
                path.Add(OnSpan(moved, i, piece / (double)PiecesPerSpan));
            }
        }

        path.Add(moved[^1]);
        return [.. path];
    }

    /// <summary>A point of the uniform Catmull-Rom spline on the span from point i to i + 1; t in [0, 1).</summary>
    private static Point OnSpan(Point[] p, int i, double t)
    {
        var before = i > 0 ? p[i - 1] : Mirror(p[0], p[1]);
        var after = i + 2 < p.Length ? p[i + 2] : Mirror(p[^1], p[^2]);
        return (
            Interpolate(before.X, p[i].X, p[i + 1].X, after.X, t),
            Interpolate(before.Y, p[i].Y, p[i + 1].Y, after.Y, t)
        );
    }

    private static double Interpolate(double before, double from, double to, double after, double t)
    {
        var linear = to - before;
        var square = 2 * before - 5 * from + 4 * to - after;
        var cube = 3 * (from - to) + after - before;
        return from + 0.5 * t * (linear + t * (square + t * cube));
    }

    private static Point Mirror(Point end, Point neighbour) => (2 * end.X - neighbour.X, 2 * end.Y - neighbour.Y);
}
