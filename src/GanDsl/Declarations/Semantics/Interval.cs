namespace GanDsl;

/// <summary>The values that a tensor can have, as far as the declaration tells: [-1, 1] after Tanh.</summary>
internal sealed class Interval : IEquatable<Interval>
{
    public Interval(double least, double greatest)
        : this(least, greatest, isKnown: true) { }

    private Interval(double least, double greatest, bool isKnown)
    {
        Least = least;
        Greatest = greatest;
        IsKnown = isKnown || (!double.IsInfinity(least) && !double.IsInfinity(greatest));
    }

    /// <summary>Any real number.</summary>
    public static Interval Unbounded { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>What a module of the user's gives that does not say it: perhaps any real number, perhaps less.</summary>
    public static Interval Unknown { get; } = new(double.NegativeInfinity, double.PositiveInfinity, isKnown: false);

    public double Least { get; }

    public double Greatest { get; }

    /// <summary>Whether the values fill it, as far as one can tell, and not perhaps a part of it only.</summary>
    public bool IsKnown { get; }

    /// <summary>The values of data with a declared range.</summary>
    public static Interval Of(ValueRange range) =>
        range switch
        {
            ValueRange.MinusOneToOne => new(-1, 1),
            ValueRange.ZeroToOne => new(0, 1),
            _ => Unbounded,
        };

    /// <summary>These values and 0.</summary>
    public Interval WithZero => new(Math.Min(0, Least), Math.Max(0, Greatest), IsKnown);

    /// <summary>Any real number, as far as these values are known.</summary>
    public Interval WithoutBounds => new(double.NegativeInfinity, double.PositiveInfinity, IsKnown);

    /// <summary>What bounds a function like GELU: between 0 and x above 0, between a least value and 0 below.</summary>
    public Interval Dip(double least) => new(Least >= 0 ? 0 : least, Math.Max(0, Greatest), IsKnown);

    /// <summary>The values of a function that never decreases, over this interval.</summary>
    public Interval Map(Func<double, double> increasing) => new(increasing(Least), increasing(Greatest), IsKnown);

    /// <summary>The sums of a value of each.</summary>
    public Interval Plus(Interval other) =>
        new(Least + other.Least, Greatest + other.Greatest, IsKnown && other.IsKnown);

    public bool Equals(Interval? other) =>
        other is not null && Least.Equals(other.Least) && Greatest.Equals(other.Greatest);

    public override bool Equals(object? obj) => Equals(obj as Interval);

    public override int GetHashCode() => (Least, Greatest).GetHashCode();

    public override string ToString() => $"{LeastText}, {GreatestText}";

    private string LeastText => double.IsInfinity(Least) ? "(-∞" : "[" + CodeText.Rounded(Least);

    private string GreatestText => double.IsInfinity(Greatest) ? "∞)" : CodeText.Rounded(Greatest) + "]";
}
