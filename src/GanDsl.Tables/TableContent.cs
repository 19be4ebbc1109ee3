namespace GanDsl;

/// <summary>What was read of a table so far.</summary>
internal sealed class TableContent
{
    /// <summary>Blocks of 2 MiB: small beside any table, and arrays of all rows need not be moved as they grow.</summary>
    private const int ValuesOfBlock = 1 << 18;

    private readonly string path;
    private readonly TableSelection selection;
    private readonly (double Low, double High) interval;
    private readonly ValueRange range;
    private readonly int rowsOfBlock;
    private readonly List<double[]> blocks = [];

    public TableContent(string path, TableSelection selection, TableOptions options)
    {
        this.path = path;
        this.selection = selection;
        range = options.Standardize ? ValueRange.Unbounded : options.Range;
        interval = ExampleValues.Interval(range);
        rowsOfBlock = Math.Max(1, ValuesOfBlock / selection.Columns.Length);
        Moments = new ColumnMoments(selection.Columns.Length);
        Classes = selection.LabelColumn is null ? null : new TableClasses(path, selection.LabelColumn, options.Schema);
    }

    /// <summary>The rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>Means and deviations of the columns.</summary>
    public ColumnMoments Moments { get; }

    /// <summary>The classes of the rows; null where they have none.</summary>
    public TableClasses? Classes { get; }

    /// <summary>Where the next row goes; to be filled, then kept by <see cref="Add"/>.</summary>
    public Span<double> Next()
    {
        var place = Count % rowsOfBlock;
        if (place == 0 && Count / rowsOfBlock == blocks.Count)
        {
            // The first block grows, so that a short table takes little.
            blocks.Add(new double[(Count == 0 ? Math.Min(rowsOfBlock, 64) : rowsOfBlock) * selection.Columns.Length]);
        }
        else if (blocks.Count == 1 && place * selection.Columns.Length == blocks[0].Length)
        {
            var grown = blocks[0];
            Array.Resize(ref grown, Math.Min(2 * place, rowsOfBlock) * selection.Columns.Length);
            blocks[0] = grown;
        }

        return blocks[^1].AsSpan(place * selection.Columns.Length, selection.Columns.Length);
    }

    /// <summary>Keeps the row that was filled in.</summary>
    /// <param name="row">The row, as it was got.</param>
    /// <param name="place">Where it stands in the file, for messages: "line 7".</param>
    /// <exception cref="GanException">A value is not finite or out of range.</exception>
    public void Add(ReadOnlySpan<double> row, Func<string> place)
    {
        for (var column = 0; column < row.Length; column++)
        {
            if (!(row[column] >= interval.Low && row[column] <= interval.High))
            {
                throw new GanException(
                    FormattableString.Invariant(
                        $"'{path}', {place()}, column '{selection.Columns[column]}': {row[column]} is "
                    )
                        + (
                            !double.IsFinite(row[column]) || range == ValueRange.Unbounded
                                ? "no finite number of float32; fill the cell in or remove the row."
                                : $"not {ExampleValues.Words(range)} as the options say; scale it or declare another range."
                        )
                );
            }
        }

        if (Count == int.MaxValue)
        {
            throw new GanException($"'{path}' has more than {int.MaxValue} rows; split it.");
        }

        Moments.Add(row);
        Count++;
    }

    /// <summary>The rows as float32, standardised where that is wanted. What was read is used up, block after block.</summary>
    public TableRows Rows(Standardization? standardization)
    {
        var columns = selection.Columns.Length;
        var rows = new List<float[]>(blocks.Count);
        for (var block = 0; block < blocks.Count; block++)
        {
            var source = blocks[block].AsSpan(0, Math.Min(rowsOfBlock, Count - (block * rowsOfBlock)) * columns);
            var target = new float[source.Length];
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = (float)(standardization?.Apply(i % columns, source[i]) ?? source[i]);
            }

            rows.Add(target);
            blocks[block] = [];
        }

        return new TableRows([.. rows], rowsOfBlock, columns);
    }
}
