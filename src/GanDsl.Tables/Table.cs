using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Rows of a CSV or Parquet file as points <c>[D]</c>, a value for each of the columns that are named, kept in memory as float32.</summary>
/// <remarks>
/// Nothing is guessed: a cell that is missing, no number or not finite, a row with more or fewer cells than the header, and a column that is not
/// there or there twice are refused by file, row and column. Numbers are written as <c>-1.5e3</c> wherever the program runs.
/// </remarks>
public sealed class Table : Dataset
{
    private readonly TableRows rows;
    private readonly long[] exampleShape;
    private readonly int[]? labels;

    private Table(string path, IReadOnlyList<string> columns, TableOptions options, TableContent content)
    {
        exampleShape = [columns.Count];
        if (content.Count == 0)
        {
            throw new GanException($"'{path}' has no rows below its header: a GAN needs real examples to learn from.");
        }

        Description = $"'{path}'";
        Count = content.Count;
        (labels, var classNames) = content.Classes?.Number() ?? default;
        Schema =
            options.Schema
            ?? new TableSchema(
                columns,
                options.Standardize ? content.Moments.Standardization(Description, columns) : null,
                options.LabelColumn,
                classNames
            );
        Range = Standardization is null ? options.Range : ValueRange.Unbounded;
        rows = content.Rows(Standardization);
    }

    private Table(Table whole, int count)
    {
        (rows, exampleShape) = (whole.rows, whole.exampleShape);
        (Schema, Range, Description) = (whole.Schema, whole.Range, whole.Description);
        labels = whole.labels?[..count];
        Count = count;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>The shape of an example: [D], a value for each column.</summary>
    public override IReadOnlyList<long> ExampleShape => exampleShape;

    /// <summary>The interval in which the values lie; unbounded where they are standardised.</summary>
    public override ValueRange Range { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead => true;

    /// <summary>The names of the columns, in the order of the values of an example.</summary>
    public IReadOnlyList<string> Columns => Schema.Columns;

    /// <summary>What the columns were scaled by, to undo it on what is generated; null where they are as in the file.</summary>
    public Standardization? Standardization => Schema.Standardization;

    /// <summary>The name of the column of classes; null where none was asked for.</summary>
    public string? LabelColumn => Schema.LabelColumn;

    /// <summary>The class of each row; null where no column of classes was asked for.</summary>
    public override IReadOnlyList<int>? Labels => labels;

    /// <summary>The names of the classes, in ordinal order; null where classes are numbers, or there are none.</summary>
    public override IReadOnlyList<string>? ClassNames => Schema.ClassNames;

    /// <summary>All of this together, to save it: with it, another process writes generated points as rows of this table.</summary>
    public TableSchema Schema { get; }

    /// <summary>Reads columns of a CSV file whose first row is the names of its columns.</summary>
    /// <remarks>
    /// The text is UTF-8. Cells may be quoted, as RFC 4180 describes it, and space around them does not count. Empty lines may end a file.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="columns">The names of the columns, at least one, in the order that examples shall have.</param>
    /// <param name="options">How the table becomes examples; null for the defaults.</param>
    /// <exception cref="ArgumentException">No column is named, or one twice, or one is the column of classes too.</exception>
    /// <exception cref="GanException">
    /// The file cannot be read, has other columns, or a row of it cannot be an example; or a column that is to be standardised has one value only.
    /// </exception>
    public static Table OpenCsv(string path, IReadOnlyList<string> columns, TableOptions? options = null) =>
        Open(path, columns, options, CsvTable.Read);

    /// <summary>Reads more rows of a kind that is known from a CSV file: the same columns, scaled the same, with the same numbers of classes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">What another table has said (<see cref="Schema"/>), or a file.</param>
    /// <param name="range">The interval in which the values lie, which is checked; of what is standardised any. Default: any finite value.</param>
    /// <param name="separator">What separates the cells, such as <c>';'</c> or a tab. Default: a comma.</param>
    /// <exception cref="GanException">
    /// The file cannot be read, has other columns, or a row of it cannot be an example; or there is a class that the schema does not name.
    /// </exception>
    public static Table OpenCsv(
        string path,
        TableSchema schema,
        ValueRange range = ValueRange.Unbounded,
        char separator = ','
    ) => Open(path, schema, range, separator, CsvTable.Read);

    /// <summary>Reads columns of a Parquet file: floating-point numbers, integers, decimals and Booleans, the latter as 0 and 1.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The names of the columns, at least one, in the order that examples shall have.</param>
    /// <param name="options">How the table becomes examples; null for the defaults.</param>
    /// <exception cref="ArgumentException">No column is named, or one twice, or one is the column of classes too.</exception>
    /// <exception cref="GanException">
    /// The file cannot be read, has other columns, or a row of it cannot be an example; or a column that is to be standardised has one value only.
    /// </exception>
    public static Table OpenParquet(string path, IReadOnlyList<string> columns, TableOptions? options = null) =>
        Open(path, columns, options, ParquetTable.Read);

    /// <summary>Reads more rows of a kind that is known from a Parquet file: the same columns, scaled the same, with the same numbers of classes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">What another table has said (<see cref="Schema"/>), or a file.</param>
    /// <param name="range">The interval in which the values lie, which is checked; of what is standardised any. Default: any finite value.</param>
    /// <exception cref="GanException">
    /// The file cannot be read, has other columns, or a row of it cannot be an example; or there is a class that the schema does not name.
    /// </exception>
    public static Table OpenParquet(string path, TableSchema schema, ValueRange range = ValueRange.Unbounded) =>
        Open(path, schema, range, new TableOptions().Separator, ParquetTable.Read);

    /// <summary>The rows with their classes, for a GAN that learns them; disposing it disposes this table.</summary>
    /// <exception cref="InvalidOperationException">No column of classes was asked for.</exception>
    public LabeledDataset WithLabels() =>
        new(
            this,
            labels
                ?? throw new InvalidOperationException(
                    $"{Description} was opened without classes; say in TableOptions.LabelColumn which column has them."
                ),
            ClassNames
        );

    /// <inheritdoc cref="Dataset.Take"/>
    /// <remarks>The rows are those of this table, scaled as all of them, and the classes are as many.</remarks>
    public new Table Take(int count) => (Table)base.Take(count);

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        var batch = HostTensor.AllocateBatch(indices.Length, exampleShape);
        var values = HostTensor.Values(batch);
        for (var i = 0; i < indices.Length; i++)
        {
            rows[indices[i]].CopyTo(values[(i * Columns.Count)..]);
        }

        GC.KeepAlive(batch);
        return batch;
    }

    /// <inheritdoc/>
    protected override Table TakeFirst(int count) => new(this, count);

    private static Table Open(
        string path,
        TableSchema schema,
        ValueRange range,
        char separator,
        Action<string, TableSelection, TableContent> read
    )
    {
        ArgumentNullException.ThrowIfNull(schema);
        var options = new TableOptions
        {
            LabelColumn = schema.LabelColumn,
            Standardize = schema.Standardization is not null,
            Range = range,
            Separator = separator,
            Schema = schema,
        };
        return Open(path, schema.Columns, options, read);
    }

    private static Table Open(
        string path,
        IReadOnlyList<string> columns,
        TableOptions? options,
        Action<string, TableSelection, TableContent> read
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new TableOptions();
        var selection = new TableSelection(columns, options);
        var content = new TableContent(path, selection, options);
        try
        {
            read(path, selection, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"'{path}' cannot be read: {failure.Message.TrimEnd('.')}; give the file of a table.",
                failure
            );
        }

        return new Table(path, columns, options, content);
    }
}
