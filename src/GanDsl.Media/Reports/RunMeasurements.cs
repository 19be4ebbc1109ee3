using System.Globalization;

namespace GanDsl;

/// <summary>The measurements of a run, read from a file of comma-separated values of any length.</summary>
internal sealed class RunMeasurements
{
    private const string Step = "step";
    private const string Epoch = "epoch";

    private readonly string[] header;
    private readonly int stepColumn;

    private RunMeasurements(string[] header)
    {
        this.header = header;
        stepColumn = Array.FindIndex(header, name => Is(name, Step));
        Columns =
        [
            .. header
                .Select((name, index) => (name, index))
                .Where(column => column.name.Length > 0 && !Is(column.name, Step) && !Is(column.name, Epoch)),
        ];
        Curves = new ThinnedCurves(Columns.Count);
        Last = new double?[header.Length];
        NotFinite = new long[Columns.Count];
    }

    /// <summary>The columns that hold measurements, by name and place in a row.</summary>
    public IReadOnlyList<(string Name, int Index)> Columns { get; }

    /// <summary>The curves of <see cref="Columns"/>.</summary>
    public ThinnedCurves Curves { get; }

    /// <summary>The last row, by place; null where a value was not measured.</summary>
    public double?[] Last { get; }

    /// <summary>How many values of each of <see cref="Columns"/> are NaN or infinite.</summary>
    public long[] NotFinite { get; }

    /// <summary>The rows that were read.</summary>
    public long Rows { get; private set; }

    /// <summary>The rows that could not be read and are left out.</summary>
    public long DamagedRows { get; private set; }

    /// <summary>The last step.</summary>
    public double LastStep => Last[stepColumn]!.Value;

    /// <summary>The last epoch; null where none is known.</summary>
    public double? LastEpoch => LastOf(Epoch);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It has no header with a column <c>step</c>, no column of measurements, or no row that can be read.</exception>
    public static RunMeasurements Read(string path)
    {
        using var reader = SharedFile.OpenLines(path, out var endsInLine);
        var first = reader.ReadLine();
        string[] header = [.. (first ?? "").Split(',').Select(name => name.Trim().Trim('"'))];
        var measurements = new RunMeasurements(header);
        if (measurements.stepColumn < 0)
        {
            throw new InvalidDataException("has no first line with the column 'step'");
        }

        if (measurements.Columns.Count == 0)
        {
            throw new InvalidDataException("has no column but those of steps and epochs");
        }

        var row = new double?[header.Length];
        var values = new double?[measurements.Columns.Count];
        for (var line = reader.ReadLine(); line is not null; )
        {
            var next = reader.ReadLine();
            // Of a number whose end is missing, nobody can tell.
            measurements.Add(line, row, values, endsInLine && next is null);
            line = next;
        }

        return measurements.Rows > 0 ? measurements : throw new InvalidDataException("has no row of measurements");
    }

    /// <summary>The value of a column in the last row; null where there is no such column, or its value is missing or not finite.</summary>
    public double? LastOf(string name) =>
        Array.FindIndex(header, each => Is(each, name)) is >= 0 and var index
        && Last[index] is { } value
        && double.IsFinite(value)
            ? value
            : null;

    private void Add(string line, double?[] row, double?[] values, bool isCut)
    {
        if (isCut || !TryParse(line, row) || row[stepColumn] is not { } step || !double.IsFinite(step))
        {
            DamagedRows += line.Length > 0 || isCut ? 1 : 0;
            return;
        }

        for (var column = 0; column < values.Length; column++)
        {
            values[column] = row[Columns[column].Index];
            NotFinite[column] += values[column] is { } value && !double.IsFinite(value) ? 1 : 0;
        }

        Curves.Add(step, values);
        row.CopyTo(Last, 0);
        Rows++;
    }

    private static bool TryParse(ReadOnlySpan<char> line, double?[] row)
    {
        var count = 0;
        foreach (var range in line.Split(','))
        {
            var text = line[range];
            if (count == row.Length)
            {
                return false;
            }

            // What was not measured at a step is empty.
            if (text.IsWhiteSpace())
            {
                row[count] = null;
            }
            else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                row[count] = value;
            }
            else
            {
                return false;
            }

            count++;
        }

        return count == row.Length;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
