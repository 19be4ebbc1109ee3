using Point = (double X, double Y);

namespace GanDsl.ToyData;

/// <summary>Draws one digit, white on black, 28 x 28, placed as MNIST's are: in a box of about 20 pixels, by its centre of mass.</summary>
internal static class DigitRenderer
{
    /// <summary>Width and height in pixels.</summary>
    public const int Side = 28;

    /// <summary>The width in pixels over which the edge of a line fades.</summary>
    private const double Softness = 1.1;

    /// <summary>Ink keeps this far, in pixels, from the border of the picture.</summary>
    private const double Margin = 1.5;

    /// <summary>Draws into <paramref name="pixels"/>, 28 * 28 bytes in rows, which must be zero.</summary>
    public static void Draw(int digit, ref SplitMix64 random, Span<byte> pixels)
    {
        var forms = DigitGlyphs.Of(digit);
        var form = forms[random.NextInt(forms.Length)];
        var style = new DigitStyle(ref random);
        var paths = Array.ConvertAll(form, stroke => stroke.Flatten(style.Place));
        Fit(paths, style);

        foreach (var path in paths)
        {
            Ink(path, style, pixels);
        }
    }

    /// <summary>Scales the paths to the style's size and moves them to the middle.</summary>
    private static void Fit(Point[][] paths, in DigitStyle style)
    {
        var (low, high) = Bounds(paths);
        var scale = (style.Size - 2 * style.PenRadius) / Math.Max(high.X - low.X, high.Y - low.Y);
        var mass = CentreOfMass(paths);
        var x = Offset(style.Shift.X - scale * mass.X, scale * low.X, scale * high.X, style.PenRadius);
        var y = Offset(style.Shift.Y - scale * mass.Y, scale * low.Y, scale * high.Y, style.PenRadius);
        foreach (var path in paths)
        {
            foreach (ref var point in path.AsSpan())
            {
                point = (scale * point.X + x, scale * point.Y + y);
            }
        }
    }

    /// <summary>The wanted offset from the middle, less what would push the ink into the margin.</summary>
    private static double Offset(double wanted, double low, double high, double penRadius)
    {
        var border = Margin + penRadius;
        return Math.Clamp(Side / 2.0 + wanted, border - low, Side - border - high);
    }

    private static (Point Low, Point High) Bounds(Point[][] paths)
    {
        Point low = (double.MaxValue, double.MaxValue);
        Point high = (double.MinValue, double.MinValue);
        foreach (var path in paths)
        {
            foreach (var point in path)
            {
                low = (Math.Min(low.X, point.X), Math.Min(low.Y, point.Y));
                high = (Math.Max(high.X, point.X), Math.Max(high.Y, point.Y));
            }
        }

        return (low, high);
    }

    private static Point CentreOfMass(Point[][] paths)
    {
        double x = 0;
        double y = 0;
        double total = 0;
        foreach (var path in paths)
        {
            for (var i = 1; i < path.Length; i++)
            {
                var length = Length(path[i - 1], path[i]);
                x += length * (path[i - 1].X + path[i].X) / 2;
                y += length * (path[i - 1].Y + path[i].Y) / 2;
                total += length;
            }
        }

        return (x / total, y / total);
    }

    private static void Ink(Point[] path, in DigitStyle style, Span<byte> pixels)
    {
        double travelled = 0;
        for (var i = 1; i < path.Length; i++)
        {
            // One slow swell every 25 pixels or so of line.
            var swell = style.Pressure * Math.Sin(travelled / 4 + style.PressurePhase);
            InkPiece(path[i - 1], path[i], style.PenRadius * (1 + swell), pixels);
            travelled += Length(path[i - 1], path[i]);
        }
    }

    /// <summary>Anti-aliased by the distance from each pixel's centre to the piece; overlapping ink does not add up.</summary>
    private static void InkPiece(Point from, Point to, double radius, Span<byte> pixels)
    {
        var reach = radius + Softness / 2;
        var left = Math.Max(0, (int)Math.Floor(Math.Min(from.X, to.X) - reach));
        var right = Math.Min(Side - 1, (int)Math.Ceiling(Math.Max(from.X, to.X) + reach));
        var top = Math.Max(0, (int)Math.Floor(Math.Min(from.Y, to.Y) - reach));
        var bottom = Math.Min(Side - 1, (int)Math.Ceiling(Math.Max(from.Y, to.Y) + reach));
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var coverage = 0.5 + (radius - Distance((x + 0.5, y + 0.5), from, to)) / Softness;
                var value = (byte)Math.Round(255 * Math.Clamp(coverage, 0, 1));
                ref var pixel = ref pixels[y * Side + x];
                pixel = Math.Max(pixel, value);
            }
        }
    }

    private static double Distance(Point point, Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var square = dx * dx + dy * dy;
        var along = square == 0 ? 0 : ((point.X - from.X) * dx + (point.Y - from.Y) * dy) / square;
        along = Math.Clamp(along, 0, 1);
        return Length(point, (from.X + along * dx, from.Y + along * dy));
    }

    private static double Length(Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return Math.Sqrt(dx * dx + dy * dy);
    }
}
