using System.Text.Json;

namespace GanDsl;

/// <summary>
/// What tables of one kind have in common: their columns, what these are scaled by, and their classes. With it, generated points become rows of
/// such a table in a process that does not have one.
/// </summary>
public sealed class TableSchema
{
    private const int LongestFile = 1 << 26;

    /// <summary>States what is known.</summary>
    /// <param name="columns">The names of the columns, at least one, in the order of the values of an example.</param>
    /// <param name="standardization">What the columns are scaled by, of the same names in the same order; null where they are not.</param>
    /// <param name="labelColumn">The name of the column of classes; null where there is none.</param>
    /// <param name="classNames">The names of the classes 0, 1, 2 …; null where classes are numbers, or there are none.</param>
    /// <exception cref="ArgumentException">
    /// There is no column, a name is null or there twice, the standardisation is of other columns, or classes have names but no column.
    /// </exception>
    public TableSchema(
        IReadOnlyList<string> columns,
        Standardization? standardization = null,
        string? labelColumn = null,
        IReadOnlyList<string>? classNames = null
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException(
                "A table has at least one column; name those that make an example.",
                nameof(columns)
            );
        }

        if (standardization is not null && !standardization.Columns.SequenceEqual(columns, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                "The standardisation is of other columns; name the same in the same order.",
                nameof(standardization)
            );
        }

        if (columns.Concat(classNames ?? []).Any(name => name is null))
        {
            throw new ArgumentException("A column or a class has no name; give each one.", nameof(columns));
        }

        string[] all = labelColumn is null ? [.. columns] : [.. columns, labelColumn];
        if (Twice(all) is { } column)
        {
            throw new ArgumentException(
                $"The column '{CellText.Short(column)}' is named twice; name each once, that of the classes apart from the others.",
                nameof(columns)
            );
        }

        if (classNames is { Count: 0 })
        {
            throw new ArgumentException(
                "There is no class; name at least one, or none at all by null.",
                nameof(classNames)
            );
        }

        if (classNames is not null && Twice(classNames) is { } name)
        {
            throw new ArgumentException(
                $"The class '{CellText.Short(name)}' is named twice; name each once.",
                nameof(classNames)
            );
        }

        if (classNames is not null && labelColumn is null)
        {
            throw new ArgumentException("Classes have names, but no column; name it.", nameof(labelColumn));
        }

        (Columns, Standardization) = ([.. columns], standardization);
        (LabelColumn, ClassNames) = (labelColumn, classNames is null ? null : [.. classNames]);
    }

    /// <summary>The names of the columns, in the order of the values of an example.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What the columns are scaled by; null where examples have the units of the table.</summary>
    public Standardization? Standardization { get; }

    /// <summary>The name of the column of classes; null where there is none.</summary>
    public string? LabelColumn { get; }

    /// <summary>The names of the classes 0, 1, 2 …; null where classes are numbers, or there are none.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>Writes it as JSON, every bit of the numbers; an existing file is replaced once the new one is complete.</summary>
    /// <param name="path">The file, usually *.json.</param>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileReplacement.Write(
            path,
            stream => JsonSerializer.Serialize(stream, Record(), TableJson.Default.TableSchemaRecord)
        );
    }

    /// <summary>Reads what <see cref="Save"/> has written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GanException">The file cannot be read, or is no such file.</exception>
    public static TableSchema Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > LongestFile)
            {
                throw new GanException(
                    $"'{path}' has {file.Length} bytes, too many for a schema; give one that was saved."
                );
            }

            return Of(
                JsonSerializer.Deserialize(file, TableJson.Default.TableSchemaRecord)
                    ?? throw new JsonException("it is null")
            );
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            throw new GanException(
                $"'{path}' is no schema of a table: {MessageText.Of(failure.Message.TrimEnd('.'))}; give one that was saved.",
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"'{path}' cannot be read: {failure.Message.TrimEnd('.')}; give the schema of a table that was saved.",
                failure
            );
        }
    }

    /// <summary>Whether another one says the same.</summary>
    internal bool IsSame(TableSchema other) => Record().Text() == other.Record().Text();

    /// <summary>A name that is there more than once; null where there is none.</summary>
    internal static string? Twice(IReadOnlyList<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;

    private static TableSchema Of(TableSchemaRecord record) =>
        new(
            record.Columns,
            record.Means is null && record.Deviations is null
                ? null
                : new Standardization(record.Columns, record.Means ?? [], record.Deviations ?? []),
            record.LabelColumn,
            record.ClassNames
        );

    private TableSchemaRecord Record() =>
        new()
        {
            Columns = [.. Columns],
            Means = Standardization is null ? null : [.. Standardization.Means],
            Deviations = Standardization is null ? null : [.. Standardization.Deviations],
            LabelColumn = LabelColumn,
            ClassNames = ClassNames is null ? null : [.. ClassNames],
        };
}
