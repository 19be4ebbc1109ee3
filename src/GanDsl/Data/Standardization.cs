using System.Text.Json;
using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Columns brought to mean 0 and standard deviation 1, and back: <c>(value - mean) / deviation</c>, computed in double. The deviation is that of
/// the rows themselves, its divisor N.
/// </summary>
public sealed class Standardization
{
    private const int LongestFile = 1 << 26;

    private readonly string[] columns;
    private readonly double[] means;
    private readonly double[] deviations;

    /// <summary>States means and deviations that are known.</summary>
    /// <param name="columns">The names of the columns, at least one.</param>
    /// <param name="means">The mean of each, finite.</param>
    /// <param name="deviations">The standard deviation of each, finite and above 0.</param>
    /// <exception cref="ArgumentException">There are not as many of each, or a number is out of its range.</exception>
    public Standardization(IReadOnlyList<string> columns, IReadOnlyList<double> means, IReadOnlyList<double> deviations)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(deviations);
        if (columns.Count == 0 || means.Count != columns.Count || deviations.Count != columns.Count)
        {
            throw new ArgumentException(
                $"There are {columns.Count} columns, {means.Count} means and {deviations.Count} deviations; give one of each for every column.",
                nameof(columns)
            );
        }

        for (var column = 0; column < columns.Count; column++)
        {
            if (!double.IsFinite(means[column]) || !double.IsFinite(deviations[column]) || !(deviations[column] > 0))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The column '{columns[column]}' has the mean {means[column]} and the ")
                        + FormattableString.Invariant(
                            $"deviation {deviations[column]}; both have to be finite, and the deviation above 0."
                        ),
                    nameof(deviations)
                );
            }
        }

        (this.columns, this.means, this.deviations) = ([.. columns], [.. means], [.. deviations]);
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>The mean of each column, in the units of the data.</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>The standard deviation of each column, in the units of the data.</summary>
    public IReadOnlyList<double> Deviations => deviations;

    /// <summary>Finds means and deviations of rows.</summary>
    /// <param name="rows">A floating-point tensor <c>[N, D]</c>, N at least 2, all values finite. It is left as it is.</param>
    /// <param name="columns">The names of the D columns.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    /// <exception cref="GanException">A column has one value only, or a value that is not finite.</exception>
    public static Standardization Of(Tensor rows, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        RequireRows(rows, columns.Count, "has");
        using var scope = NewDisposeScope();
        var values = rows.detach().to(float64).cpu().contiguous().data<double>().ToArray();
        var moments = new ColumnMoments(columns.Count);
        for (var start = 0; start < values.Length; start += columns.Count)
        {
            var row = values.AsSpan(start, columns.Count);
            for (var column = 0; column < columns.Count; column++)
            {
                if (!double.IsFinite(row[column]))
                {
                    throw new GanException(
                        FormattableString.Invariant(
                            $"Row {start / columns.Count}, column '{columns[column]}' has the value {row[column]}; "
                        ) + "remove the row or repair it."
                    );
                }
            }

            moments.Add(row);
        }

        return moments.Standardization("the rows", columns);
    }

    /// <summary>Standardises rows.</summary>
    /// <param name="rows">A tensor <c>[N, D]</c> in the units of the data, on any device. It is left as it is.</param>
    /// <returns>A new tensor <c>[N, D]</c> of float32 on that device.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public Tensor Apply(Tensor rows)
    {
        RequireRows(rows, columns.Length, "takes");
        using var scope = NewDisposeScope();
        var (shift, scale) = On(rows.device);
        return ((rows.detach().to(float64) - shift) / scale).to(float32).MoveToOuterDisposeScope();
    }

    /// <summary>Brings rows back into the units of the data.</summary>
    /// <param name="rows">A tensor <c>[N, D]</c> of standardised values, on any device. It is left as it is.</param>
    /// <returns>
    /// A new tensor <c>[N, D]</c> of float64 on that device: a column may lie so far from 0 that float32 tells its values no longer apart.
    /// </returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public Tensor Undo(Tensor rows)
    {
        RequireRows(rows, columns.Length, "takes");
        using var scope = NewDisposeScope();
        var (shift, scale) = On(rows.device);
        return (rows.detach().to(float64) * scale).Plus(shift).MoveToOuterDisposeScope();
    }

    /// <summary>Brings generated points back into the units of the data; see <see cref="Undo(Tensor)"/>.</summary>
    /// <param name="points">The points, which still belong to the caller.</param>
    /// <returns>A new tensor <c>[N, D]</c> of float64 on the device of the points.</returns>
    /// <exception cref="ArgumentException">The points have another number of values.</exception>
    public Tensor Undo(PointBatch points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Undo(points.Tensor);
    }

    /// <summary>Writes the names, means and deviations as JSON, every bit of them; an existing file is replaced once the new one is complete.</summary>
    /// <param name="path">The file, usually *.json.</param>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public void Save(string path) =>
        FileReplacement.Write(
            path,
            stream =>
            {
                using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
                writer.WriteStartArray();
                for (var column = 0; column < columns.Length; column++)
                {
                    writer.WriteStartObject();
                    writer.WriteString("column", columns[column]);
                    writer.WriteNumber("mean", means[column]);
                    writer.WriteNumber("deviation", deviations[column]);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );

    /// <summary>Reads what <see cref="Save"/> has written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GanException">The file cannot be read, or is no such file.</exception>
    public static Standardization Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > LongestFile)
            {
                throw new GanException(
                    $"'{path}' has {file.Length} bytes, too many for a standardisation; give one that was saved."
                );
            }

            using var document = JsonDocument.Parse(file);
            JsonElement[] found = [.. document.RootElement.EnumerateArray()];
            return new Standardization(
                [.. found.Select(column => column.GetProperty("column").GetString() ?? "")],
                [.. found.Select(column => column.GetProperty("mean").GetDouble())],
                [.. found.Select(column => column.GetProperty("deviation").GetDouble())]
            );
        }
        catch (Exception failure)
            when (failure
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
                        or ArgumentException
            )
        {
            throw new GanException(
                $"'{path}' is no standardisation, a list of column, mean and deviation in JSON: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}; "
                    + "give one that was saved.",
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"'{path}' cannot be read: {failure.Message.TrimEnd('.')}; give a standardisation that was saved.",
                failure
            );
        }
    }

    /// <summary>Standardises one value.</summary>
    internal double Apply(int column, double value) => (value - means[column]) / deviations[column];

    /// <summary>Brings one value back.</summary>
    internal double Undo(int column, double value) => (value * deviations[column]) + means[column];

    private static void RequireRows(Tensor rows, int columns, string verb)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.shape is not [_, var size] || size != columns || !rows.is_floating_point())
        {
            throw new ArgumentException(
                $"A standardisation of {columns} columns {verb} rows [N, {columns}] of a floating-point type, but the tensor is "
                    + $"{ShapeText.Of(rows.shape)} of {rows.dtype}; give a value for each column.",
                nameof(rows)
            );
        }
    }

    private (Tensor Shift, Tensor Scale) On(Device device) =>
        (tensor(means, float64).to(device), tensor(deviations, float64).to(device));
}
