using System.Globalization;
using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>A run that learns from a table writes rows of it.</summary>
public sealed class TableRunTests : IDisposable
{
    private const string Header = "length,width,kind";

    private readonly TemporaryFolder folder = new();

    public TableRunTests() => WriteTable("flowers.csv", firstLength: 5000);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Training_and_sampling_give_rows_in_the_units_of_the_table()
    {
        var run = Run("flowers.csv", "--out", folder["run"]);

        Assert.Contains("samples.npy, samples/table.json, samples.csv, ", run.Output);
        var rows = File.ReadAllLines(folder["run/samples.csv"]);
        Assert.Equal(1001, rows.Length);
        Assert.Equal(Header, rows[0]);
        Assert.Equal(["ash", "elm", "oak", "ash"], rows[1..5].Select(row => row.Split(',')[2]));
        // An untrained generator answers values around 0, which is the mean of the standardised lengths.
        Assert.InRange(rows[1..].Average(Length), 4990, 5020);

        // Without the table, from another folder.
        File.Delete(folder["flowers.csv"]);
        var sampled = Run(
            "flowers.csv",
            "sample",
            "--from",
            folder["run"],
            "--count",
            "3",
            "--labels",
            "2,0",
            "--out",
            folder["other"]
        );
        Assert.Contains("samples.npy and samples.csv.", sampled.Output);
        rows = File.ReadAllLines(folder["other/samples.csv"]);
        Assert.Equal(
            [Header, "oak", "ash", "oak"],
            rows.Select((row, number) => number == 0 ? row : row.Split(',')[2])
        );
        Assert.All(rows[1..], row => Assert.InRange(Length(row), 4900, 5100));
    }

    [Fact]
    public void A_run_goes_on_with_the_table_that_it_began_with()
    {
        Run("flowers.csv", "--steps", "2", "--out", folder["run"]);
        WriteTable("later.csv", firstLength: 6000);
        var before = folder.Contents();

        ExampleRun
            .Of(() => Start("later.csv", ["resume", folder["run"], "--steps", "4"]))
            .AssertRefused("table.json", "means", "TableSchema.Load");

        ExampleRun
            .Of(() => Start("later.csv", ["evaluate", "--from", folder["run"]]))
            .AssertRefused("table.json", "means", "TableSchema.Load");
        Assert.Equal(before, folder.Contents());
        Assert.Contains("12 generated examples", Run("flowers.csv", "evaluate", "--from", folder["run"]).Output);
        Run("flowers.csv", "resume", folder["run"], "--steps", "4");
    }

    [Fact]
    public void Labels_that_are_not_those_of_the_table_have_no_names_of_it()
    {
        var program = new GanProgram<FlowerGan>
        {
            Data = _ => new LabeledDataset(
                Table.OpenCsv(folder["flowers.csv"], ["length", "width"], new() { LabelColumn = "kind" }),
                Enumerable.Repeat(0, 12)
            ),
        };

        var run = ExampleRun.Of(() => FlowerGan.Run(["--steps", "1", "--out", folder["run"]], program));

        Assert.Empty(run.Error);
        var rows = File.ReadAllLines(folder["run/samples.csv"]);
        Assert.Equal("length,width,label", rows[0]);
        Assert.EndsWith(",0", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_something_else_keeps_no_table()
    {
        Run("flowers.csv", "--steps", "1", "--out", folder["run"]);

        ExampleRun.Succeed("Ring", "--steps", "1", "--out", folder["run"], "--overwrite");

        Assert.False(File.Exists(folder["run/samples/table.json"]));
        Assert.False(File.Exists(folder["run/samples.csv"]));
        var sampled = ExampleRun.Succeed("Ring", "sample", "--from", folder["run"]);
        Assert.DoesNotContain("samples.csv", sampled.Output);
    }

    [Theory]
    [InlineData("""{"columns": ["length"]}""", "1 columns", "[2]")]
    [InlineData("{", "is no schema of a table", "give one that was saved")]
    public void A_schema_that_does_not_fit_is_refused(string text, params string[] words)
    {
        Run("flowers.csv", "--steps", "1", "--out", folder["run"]);
        File.WriteAllText(folder["run/samples/table.json"], text);

        ExampleRun.Of(() => Start("flowers.csv", ["sample", "--from", folder["run"]])).AssertRefused(words);
    }

    private void WriteTable(string name, int firstLength)
    {
        string[] kinds = ["oak", "ash", "elm"];
        var rows = Enumerable
            .Range(0, 12)
            .Select(row =>
                string.Create(CultureInfo.InvariantCulture, $"{firstLength + row},{0.1 * row},{kinds[row % 3]}")
            );
        File.WriteAllLines(folder[name], [Header, .. rows]);
    }

    private ExampleRun Run(string table, params string[] args)
    {
        var run = ExampleRun.Of(() => Start(table, args));
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private int Start(string table, string[] args)
    {
        var program = new GanProgram<FlowerGan>
        {
            Data = _ =>
                Table
                    .OpenCsv(folder[table], ["length", "width"], new() { LabelColumn = "kind", Standardize = true })
                    .WithLabels(),
        };
        return FlowerGan.Run(args, program);
    }

    private static double Length(string row) => double.Parse(row.Split(',')[0], CultureInfo.InvariantCulture);
}
