using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>The table that a run learns from: samples are written as rows of it, too, in its units.</summary>
internal sealed class RunTable
{
    /// <summary>What a run with a table writes beside the files of all runs.</summary>
    public static readonly string[] Files = [RunFiles.Table, RunFiles.SampledRows];

    private readonly TableSchema schema;

    private RunTable(TableSchema schema) => this.schema = schema;

    /// <summary>The table that the data are; null where they are none.</summary>
    public static RunTable? Of(Dataset? data) =>
        data switch
        {
            Table table => new(table.Schema),
            LabeledDataset { Examples: Table table } labeled => new(
                table.Labels?.SequenceEqual(labeled.Labels) == true
                    ? table.Schema
                    : new TableSchema(table.Columns, table.Standardization)
            ),
            _ => null,
        };

    /// <summary>The table that a run has learnt from; null where it was none.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <param name="exampleShape">The shape of an example of its GAN, without N.</param>
    /// <exception cref="GanException">The file of its schema is damaged, or is of examples of another shape.</exception>
    public static RunTable? Read(string run, IReadOnlyList<long> exampleShape)
    {
        var path = Path.Combine(run, RunFiles.Table);
        if (!File.Exists(path))
        {
            return null;
        }

        var schema = TableSchema.Load(path);
        return exampleShape is [var size] && size == schema.Columns.Count
            ? new(schema)
            : throw new GanException(
                $"'{path}' is of a table of {schema.Columns.Count} columns, but this GAN generates examples {ShapeText.Of(exampleShape)}; remove the "
                    + "file, and samples are written as numbers alone."
            );
    }

    /// <summary>Refuses a table that has nothing to do with a run: its generator has learnt the columns as they were scaled.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <exception cref="GanException">The run has begun with another one.</exception>
    public void RequireSame(string run)
    {
        var path = Path.Combine(run, RunFiles.Table);
        if (File.Exists(path) && !TableSchema.Load(path).IsSame(schema))
        {
            throw new GanException(
                $"The run in '{run}' has begun with a table of other columns, means, deviations or classes, which '{path}' keeps; open that one, or "
                    + "this one by that schema: Table.OpenCsv(path, TableSchema.Load(file))."
            );
        }
    }

    /// <summary>Removes what an earlier run has left of its table, which this one may have nothing to do with.</summary>
    public static void Clear(OutputFolder folder)
    {
        if (File.Exists(folder[RunFiles.Table]))
        {
            File.Delete(folder[RunFiles.Table]);
            File.Delete(folder[RunFiles.SampledRows]);
        }
    }

    /// <summary>Keeps in the folder of a run what is needed to write such rows.</summary>
    public void Save(OutputFolder folder) => schema.Save(folder[RunFiles.Table]);

    /// <summary>Writes samples as rows.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="labels">The class of each that was asked for; null for each class in turn.</param>
    /// <param name="gan">The GAN that they are from.</param>
    /// <param name="folder">Where to.</param>
    public void SaveRows(Batch samples, IReadOnlyList<int>? labels, IGan gan, OutputFolder folder)
    {
        var classes = gan.ClassCount is { } count ? SampleLabels.OrEachInTurn(labels, samples.Count, count) : null;
        ((PointBatch)samples).SaveCsv(folder[RunFiles.SampledRows], schema, classes);
    }
}
