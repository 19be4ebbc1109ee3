namespace GanDsl;

/// <summary>Means and standard deviations of columns, row by row, in double (Welford, 1962): no square of a large mean is ever subtracted.</summary>
/// <param name="columns">How many there are.</param>
internal sealed class ColumnMoments(int columns)
{
    private readonly double[] means = new double[columns];
    private readonly double[] squares = new double[columns];
    private readonly double[] least = new double[columns];
    private readonly double[] greatest = new double[columns];
    private long count;

    /// <summary>Adds a row of finite values.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        if (count == 0)
        {
            row.CopyTo(least);
            row.CopyTo(greatest);
        }

        count++;
        for (var column = 0; column < row.Length; column++)
        {
            var value = row[column];
            var difference = value - means[column];
            means[column] += difference / count;
            squares[column] += difference * (value - means[column]);
            least[column] = Math.Min(least[column], value);
            greatest[column] = Math.Max(greatest[column], value);
        }
    }

    /// <summary>What brings the columns to mean 0 and standard deviation 1.</summary>
    /// <param name="description">What the rows are, for messages.</param>
    /// <param name="names">The names of the columns.</param>
    /// <exception cref="GanException">A column has one value only.</exception>
    public Standardization Standardization(string description, IReadOnlyList<string> names)
    {
        for (var column = 0; column < columns; column++)
        {
            if (least[column] == greatest[column] || !(squares[column] > 0))
            {
                throw new GanException(
                    FormattableString.Invariant(
                        $"The column '{names[column]}' of {description} has the value {least[column]} everywhere, which no scale brings to "
                    ) + "standard deviation 1: leave it out."
                );
            }
        }

        return new(names, means, [.. squares.Select(sum => Math.Sqrt(sum / count))]);
    }
}
