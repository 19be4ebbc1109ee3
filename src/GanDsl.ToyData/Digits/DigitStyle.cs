using Point = (double X, double Y);

namespace GanDsl.ToyData;

/// <summary>One writer's hand for one digit: how the strokes are bent, leaned, turned, sized and inked.</summary>
internal readonly struct DigitStyle
{
    private const double DegreesToRadians = Math.PI / 180;

    private readonly double aspect;
    private readonly double slant;
    private readonly double sine;
    private readonly double cosine;
    private readonly Wave horizontalBend;
    private readonly Wave verticalBend;
    private readonly Wave horizontalTremor;
    private readonly Wave verticalTremor;

    /// <summary>Draws a style.</summary>
    public DigitStyle(ref SplitMix64 random)
    {
        aspect = random.NextDouble(0.55, 1.02);
        slant = Math.Clamp(random.NextGaussian(0.13, 0.19), -0.35, 0.6);
        (sine, cosine) = Math.SinCos(Math.Clamp(random.NextGaussian(0, 6), -14, 14) * DegreesToRadians);
        horizontalBend = new Wave(ref random, steepness: 5, height: 0.1);
        verticalBend = new Wave(ref random, steepness: 5, height: 0.08);
        horizontalTremor = new Wave(ref random, steepness: 14, height: 0.03);
        verticalTremor = new Wave(ref random, steepness: 14, height: 0.03);
        PenRadius = Math.Clamp(random.NextGaussian(1.3, 0.32), 0.75, 2.2);
        Pressure = random.NextDouble(0, 0.22);
        PressurePhase = random.NextDouble(0, 2 * Math.PI);
        Size = random.NextDouble(17.5, 20.5);
        Shift = (random.NextGaussian(0, 0.6), random.NextGaussian(0, 0.6));
    }

    /// <summary>Half the width of the line, in pixels.</summary>
    public double PenRadius { get; }

    /// <summary>How much the width swells and thins along the path, as a fraction of it.</summary>
    public double Pressure { get; }

    /// <summary>Where along the path the swelling starts, in radians.</summary>
    public double PressurePhase { get; }

    /// <summary>The longer side of the drawn digit, in pixels.</summary>
    public double Size { get; }

    /// <summary>How far from the middle of the picture the digit stands, in pixels.</summary>
    public Point Shift { get; }

    /// <summary>Moves a control point from the unit square to the hand's own proportions (still without a unit).</summary>
    public Point Place(Point point)
    {
        // The waves bend the plane, not the points one by one: strokes that meet still meet.
        var x = point.X + horizontalBend.At(point) + horizontalTremor.At(point);
        var y = point.Y + verticalBend.At(point) + verticalTremor.At(point);
        var leaned = (x - 0.5) * aspect - (y - 0.5) * slant;
        var upright = y - 0.5;
        return (cosine * leaned - sine * upright, sine * leaned + cosine * upright);
    }

    /// <summary>A wave over the unit square, at most so steep (in radians a side) and so high.</summary>
    private readonly struct Wave(ref SplitMix64 random, double steepness, double height)
    {
        private readonly double alongX = random.NextDouble(-steepness, steepness);
        private readonly double alongY = random.NextDouble(-steepness, steepness);
        private readonly double phase = random.NextDouble(0, 2 * Math.PI);
        private readonly double height = random.NextDouble(0, height);

        public double At(Point point) => height * Math.Sin(alongX * point.X + alongY * point.Y + phase);
    }
}
