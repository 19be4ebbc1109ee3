using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GanDsl.Generators.Benchmarks;

// In this process, so that nothing has to be built or restored; the table without the log.
var config = ManualConfig
    .CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddLogger(NullLogger.Instance)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(new PerModelColumn())
    .HideColumns(Column.Error, Column.Median, Column.Gen0, Column.Gen1, Column.Gen2)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "gandsl-benchmarks"));

Console.WriteLine("Times the generator and the analyzer; this takes a few minutes.");
var summary = BenchmarkRunner.Run<GeneratorBenchmarks>(config, args);
MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
