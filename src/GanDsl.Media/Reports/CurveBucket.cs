namespace GanDsl;

/// <summary>What neighbouring rows of measurements have in common: the mean, the least and the greatest finite value of each column.</summary>
internal sealed class CurveBucket(double step, int columns)
{
    private readonly double[] sums = new double[columns];
    private readonly long[] counts = new long[columns];
    private readonly bool[] notFinite = new bool[columns];
    private readonly double[] least = Filled(columns, double.PositiveInfinity);
    private readonly double[] greatest = Filled(columns, double.NegativeInfinity);

    /// <summary>The step of its first row.</summary>
    public double First { get; } = step;

    /// <summary>The step of its last row.</summary>
    public double Last { get; private set; } = step;

    /// <summary>How many rows it holds.</summary>
    public long Rows { get; private set; }

    /// <summary>Where it is drawn.</summary>
    public double Middle => (First + Last) / 2;

    /// <summary>How many finite values of a column it holds; with none, there is neither mean nor extreme.</summary>
    public long Count(int column) => counts[column];

    /// <summary>Whether a column holds values here, none of which is finite: a curve is broken.</summary>
    public bool IsGap(int column) => counts[column] == 0 && notFinite[column];

    /// <summary>The sum of a column's finite values.</summary>
    public double Sum(int column) => sums[column];

    /// <summary>The least finite value of a column.</summary>
    public double Least(int column) => least[column];

    /// <summary>The greatest finite value of a column.</summary>
    public double Greatest(int column) => greatest[column];

    /// <summary>Adds a row that comes after those it holds.</summary>
    public void Add(double step, ReadOnlySpan<double?> values)
    {
        Last = step;
        Rows++;
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] is not { } value)
            {
                continue;
            }

            if (!double.IsFinite(value))
            {
                notFinite[column] = true;
            }
            else
            {
                sums[column] += value;
                counts[column]++;
                least[column] = Math.Min(least[column], value);
                greatest[column] = Math.Max(greatest[column], value);
            }
        }
    }

    /// <summary>Adds the rows of the bucket that comes after it.</summary>
    public void Add(CurveBucket next)
    {
        Last = next.Last;
        Rows += next.Rows;
        for (var column = 0; column < sums.Length; column++)
        {
            sums[column] += next.sums[column];
            counts[column] += next.counts[column];
            notFinite[column] |= next.notFinite[column];
            least[column] = Math.Min(least[column], next.least[column]);
            greatest[column] = Math.Max(greatest[column], next.greatest[column]);
        }
    }

    private static double[] Filled(int count, double value)
    {
        var values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
