namespace GanDsl.Fuzzing.Drawing;

/// <summary>The random choices of one case: the same seed and number give the same case on every machine.</summary>
internal sealed class FuzzRandom(int seed, int number)
{
    private const double RestAfterOne = 0.2;

    /// <summary>What an argument of type double can be mistaken for.</summary>
    private static readonly double[] OddDoubles =
    [
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        0,
        1,
        -1e-9,
        1 + 1e-9,
        -1,
        2,
        1e39,
        double.MaxValue,
        1e-50,
        double.Epsilon,
    ];

    /// <summary>What an argument of type int can be mistaken for.</summary>
    private static readonly int[] OddIntegers = [0, 0, -1, -1, -2, int.MinValue, int.MaxValue, 1 << 30, 1 << 16];

    // The constants of SplitMix64 spread neighbouring numbers over the whole range.
    private readonly Random random = new((int)(Mix((ulong)(uint)seed << 32 | (uint)number) >> 33));

    private int lastNumber;

    /// <summary>How often an argument is drawn beyond its bounds; 0 while nothing shall be wrong.</summary>
    public double Wildness { get; set; }

    /// <summary>The declared number of classes; 1 where none is declared.</summary>
    public int Classes { get; set; } = 1;

    /// <summary>Whether classes are declared.</summary>
    public bool HasLabels { get; set; }

    /// <summary>Whether to draw this argument beyond its bounds. A second one is rare: it would hide the first.</summary>
    public bool IsWild()
    {
        var isWild = Wildness > 0 && Chance(Wildness);
        if (isWild)
        {
            Wildness *= RestAfterOne;
        }

        return isWild;
    }

    /// <summary>1, then 2, and so on.</summary>
    public int NextNumber() => ++lastNumber;

    /// <summary>A number that hardly any argument can have.</summary>
    public int OddInteger() => Pick(OddIntegers);

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>A whole number, both ends included.</summary>
    public int Int(int least, int most) => least >= most ? least : random.Next(least, most + 1);

    public T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A number within its bounds, or at times one that an argument must not have.</summary>
    public int IntArgument(int least, int most) => IsWild() ? OddInteger() : Int(least, most);

    /// <summary>One of the usual values, or at times one that an argument must not have.</summary>
    public double DoubleArgument(params IReadOnlyList<double> usual) => IsWild() ? Pick(OddDoubles) : Pick(usual);

    /// <summary>An argument that is mostly not typed.</summary>
    public T? Optional<T>(double probability, Func<T> draw)
        where T : struct => Chance(probability) ? draw() : null;

    /// <summary>Factors of a number, in random order.</summary>
    public long[] Factors(long number, int count)
    {
        var factors = Enumerable.Repeat(1L, count).ToArray();
        for (var divisor = 2L; number > 1; )
        {
            if (number % divisor == 0)
            {
                factors[random.Next(count)] *= divisor;
                number /= divisor;
            }
            else
            {
                // A number without small factors stays whole.
                divisor = divisor > 50 ? number : divisor + 1;
            }
        }

        return factors;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
