using System.Globalization;
using nietras.SeparatedValues;

namespace GanDsl;

/// <summary>Writes generated points as rows of a table.</summary>
public static class PointBatchTableExtensions
{
    /// <summary>
    /// Writes points as rows of a CSV file like the table that was learnt from: under the names of its columns, in its units, and with its column of
    /// classes where labels are given.
    /// </summary>
    /// <param name="points">The points <c>[N, D]</c>.</param>
    /// <param name="path">The file; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="like">The table; its standardisation is undone.</param>
    /// <param name="labels">The class of each point; null for none.</param>
    /// <exception cref="ArgumentException">The points have another number of values, or there are more or fewer labels.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void SaveCsv(this PointBatch points, string path, Table like, LabelBatch? labels = null)
    {
        ArgumentNullException.ThrowIfNull(like);
        points.SaveCsv(path, like.Schema, labels?.ToArray());
    }

    /// <summary>The same for a process that has not the table, but what was saved of its <see cref="Table.Schema"/>.</summary>
    /// <param name="points">The points <c>[N, D]</c>.</param>
    /// <param name="path">The file; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="like">The schema of the table; its standardisation is undone.</param>
    /// <param name="labels">The class of each point; null for none.</param>
    /// <exception cref="ArgumentException">The points have another number of values, or there are more or fewer labels.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void SaveCsv(this PointBatch points, string path, TableSchema like, IReadOnlyList<int>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(like);
        RequireColumns(points, like.Columns);
        if (labels is not null && labels.Count != points.Count)
        {
            throw new ArgumentException(
                $"There are {points.Count} points, but {labels.Count} labels; give one label for each.",
                nameof(labels)
            );
        }

        string[]? classes = labels is null
            ? null
            :
            [
                .. labels.Select(label =>
                    like.ClassNames is { } names && label >= 0 && label < names.Count
                        ? names[label]
                        : label.ToString(CultureInfo.InvariantCulture)
                ),
            ];
        string[] header = labels is null
            ? [.. like.Columns]
            : [.. like.Columns, like.LabelColumn ?? FreeName(like.Columns)];
        Write(path, header, Rows(points, like.Standardization), classes);
    }

    /// <summary>Writes points as rows of a CSV file, in the units of the table whose standardisation is given.</summary>
    /// <param name="points">The points <c>[N, D]</c>.</param>
    /// <param name="path">The file; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="standardization">Means, deviations and names of the columns.</param>
    /// <exception cref="ArgumentException">The points have another number of values.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void SaveCsv(this PointBatch points, string path, Standardization standardization)
    {
        ArgumentNullException.ThrowIfNull(standardization);
        points.SaveCsv(path, new TableSchema(standardization.Columns, standardization));
    }

    /// <summary>Writes points as they are as rows of a CSV file.</summary>
    /// <param name="points">The points <c>[N, D]</c>.</param>
    /// <param name="path">The file; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="columns">The names of the D columns.</param>
    /// <exception cref="ArgumentException">The points have another number of values.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void SaveCsv(this PointBatch points, string path, IReadOnlyList<string> columns) =>
        points.SaveCsv(path, new TableSchema(columns));

    /// <summary>A name for the column of classes that no other column has.</summary>
    private static string FreeName(IReadOnlyList<string> columns)
    {
        var name = "label";
        while (columns.Contains(name, StringComparer.Ordinal))
        {
            name += "_";
        }

        return name;
    }

    private static void RequireColumns(PointBatch points, IReadOnlyList<string> columns)
    {
        if (points.ExampleShape[0] != columns.Count)
        {
            throw new ArgumentException(
                $"The points have {points.ExampleShape[0]} values each, but there are {columns.Count} columns; give as many as there are values."
            );
        }
    }

    /// <summary>The cells of each row. Undone ones have more digits: a column may lie far from 0, where float32 has few behind the point.</summary>
    private static IEnumerable<string[]> Rows(PointBatch points, Standardization? standardization)
    {
        var columns = (int)points.ExampleShape[0];
        return HostTensor
            .ToArray(points.Tensor)
            .Chunk(columns)
            .Select(row =>
                (string[])
                    [
                        .. row.Select(
                            (value, column) =>
                                standardization is null
                                    ? value.ToString(CultureInfo.InvariantCulture)
                                    : standardization.Undo(column, value).ToString("G15", CultureInfo.InvariantCulture)
                        ),
                    ]
            );
    }

    private static void Write(
        string path,
        IReadOnlyList<string> header,
        IEnumerable<string[]> rows,
        string[]? classes
    ) =>
        FileReplacement.Write(
            path,
            stream =>
            {
                using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                using var writer = Sep.New(',')
                    .Writer(options => options with { WriteHeader = false, Escape = true })
                    .To(text);
                WriteRow(writer, header);
                var number = 0;
                foreach (var row in rows)
                {
                    WriteRow(writer, classes is null ? row : [.. row, classes[number]]);
                    number++;
                }
            }
        );

    private static void WriteRow(SepWriter writer, IReadOnlyList<string> cells)
    {
        using var row = writer.NewRow();
        for (var column = 0; column < cells.Count; column++)
        {
            row[column].Set(cells[column]);
        }
    }
}
