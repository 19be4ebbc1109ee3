using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GanDsl.Generators.Benchmarks;

/// <summary>The mean time per model: where it does not grow with the number of models, the work is linear in it.</summary>
internal sealed class PerModelColumn : IColumn
{
    public string Id => ColumnName;

    public string ColumnName => "Per model";

    public string Legend => "Mean time divided by the number of models";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Time;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var models = (int)benchmarkCase.Parameters[nameof(GeneratorBenchmarks.Models)];
        return summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? string.Create(CultureInfo.InvariantCulture, $"{statistics.Mean / models / 1e6:F3} ms")
            : "-";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);
}
