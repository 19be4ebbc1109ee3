using Parquet;
using Parquet.Schema;

namespace GanDsl;

/// <summary>Reads Parquet files.</summary>
internal static class ParquetTable
{
    /// <summary>Reads a file, one group of rows after the other.</summary>
    /// <exception cref="GanException">It is not such a table.</exception>
    public static void Read(string path, TableSelection selection, TableContent content)
    {
        using var file = File.OpenRead(path);
        try
        {
            ReadAsync(file, path, selection, content).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is not (GanException or UnauthorizedAccessException))
        {
            // What is damaged makes the reader fail in many ways.
            throw new GanException(
                $"'{path}' cannot be read as Parquet: {CellText.Short(failure.Message).TrimEnd('.')}; write or download it again.",
                failure
            );
        }
    }

    private static async Task ReadAsync(Stream file, string path, TableSelection selection, TableContent content)
    {
        await using var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        DataField[] plain = [.. reader.Schema.Fields.OfType<DataField>().Where(field => !field.IsArray)];
        DataField[] fields =
        [
            .. selection.Find(path, [.. plain.Select(field => field.Name)]).Select(place => plain[place]),
        ];
        var first = 0L;
        for (var number = 0; number < reader.RowGroupCount; number++)
        {
            using var group = reader.OpenRowGroupReader(number);
            if (group.RowCount is < 0 || group.RowCount > Array.MaxLength)
            {
                throw new GanException($"'{path}' claims {group.RowCount} rows in one group; it is damaged.");
            }

            var source = new ParquetGroup(group, path, first);
            var columns = new double[selection.Columns.Length][];
            for (var column = 0; column < columns.Length; column++)
            {
                columns[column] = await source.NumbersAsync(fields[column]).ConfigureAwait(false);
            }

            var classes = selection.LabelColumn is null
                ? null
                : await source.ClassesAsync(fields[^1]).ConfigureAwait(false);
            Add(content, columns, classes, first);
            first += group.RowCount;
        }
    }

    private static void Add(TableContent content, double[][] columns, string[]? classes, long first)
    {
        for (var row = 0; row < columns[0].Length; row++)
        {
            var number = first + row;
            var values = content.Next();
            for (var column = 0; column < columns.Length; column++)
            {
                values[column] = columns[column][row];
            }

            content.Add(values, () => $"row {number}");
            content.Classes?.Add(classes![row], () => $"row {number}");
        }
    }
}
