using System.Globalization;
using nietras.SeparatedValues;

namespace GanDsl;

/// <summary>Reads CSV files.</summary>
internal static class CsvTable
{
    /// <summary>Reads a file row by row.</summary>
    /// <exception cref="GanException">It is not such a table.</exception>
    public static void Read(string path, TableSelection selection, TableContent content)
    {
        using var file = File.OpenRead(path);
        try
        {
            using var reader = Sep.New(selection.Separator)
                .Reader(options =>
                    options with
                    {
                        // The header is read as a row, and cells are counted here, so that what is wrong is said in this library's words.
                        HasHeader = false,
                        DisableColCountCheck = true,
                        Unescape = true,
                        Trim = SepTrim.Outer,
                        CultureInfo = CultureInfo.InvariantCulture,
                    }
                )
                .From(file);
            Read(reader, path, selection, content);
        }
        catch (Exception failure) when (failure is NotSupportedException or InvalidDataException)
        {
            throw new GanException(
                $"'{path}' cannot be read as CSV: {CellText.Short(failure.Message).TrimEnd('.')}; look for a quotation mark that is never closed.",
                failure
            );
        }
    }

    private static void Read(SepReader reader, string path, TableSelection selection, TableContent content)
    {
        if (!reader.MoveNext() || reader.Current.Span.IsEmpty)
        {
            throw new GanException($"'{path}' has no first row with the names of its columns; write them there.");
        }

        var names = Names(reader.Current);
        var places = selection.Find(path, names);
        int? emptyLine = null;
        while (reader.MoveNext())
        {
            var row = reader.Current;
            var line = row.LineNumberFrom;
            if (row.Span.IsEmpty)
            {
                emptyLine ??= line;
                continue;
            }

            if (emptyLine is { } empty)
            {
                throw new GanException($"'{path}', line {empty}: the line is empty, but rows follow; remove it.");
            }

            if (row.ColCount != names.Length)
            {
                throw new GanException(
                    $"'{path}', line {line}: the row has {row.ColCount} cells, but the header names {names.Length} columns; mend the row."
                );
            }

            Add(row, path, selection, places, content, () => $"line {line}");
        }
    }

    private static string[] Names(SepReader.Row header)
    {
        var names = new string[header.ColCount];
        for (var column = 0; column < names.Length; column++)
        {
            names[column] = header[column].ToString();
        }

        return names;
    }

    private static void Add(
        SepReader.Row row,
        string path,
        TableSelection selection,
        int[] places,
        TableContent content,
        Func<string> where
    )
    {
        var values = content.Next();
        for (var column = 0; column < values.Length; column++)
        {
            var cell = row[places[column]].Span;
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[column]))
            {
                throw new GanException(
                    $"'{path}', {where()}, column '{selection.Columns[column]}': "
                        + (
                            cell.IsEmpty
                                ? "there is no value; fill the cell in or remove the row."
                                : $"'{CellText.Short(cell)}' is no number, which is written as -1.5e3; mend the cell, remove the row, or name the column as TableOptions.LabelColumn where it holds classes."
                        )
                );
            }
        }

        content.Add(values, where);
        content.Classes?.Add(row[places[^1]].Span, where);
    }
}
