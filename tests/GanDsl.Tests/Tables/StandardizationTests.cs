using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Tables;

/// <summary>Columns brought to mean 0 and deviation 1, and generated points brought back.</summary>
public sealed class StandardizationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Columns_have_mean_0_and_deviation_1()
    {
        // 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and, divided by N, the deviation 2.
        using var data = Open("x,y\n2,0\n4,1\n4,0\n4,1\n5,0\n5,1\n7,0\n9,1\n", ["x", "y"]);

        Assert.Equal([5, 0.5], data.Standardization!.Means);
        Assert.Equal([2, 0.5], data.Standardization.Deviations);
        using var read = data.Read([0, 7]);
        Assert.Equal([-1.5f, -1, 2, 1], read.data<float>().ToArray());
        Assert.Equal(ValueRange.Unbounded, data.Range);
    }

    [Fact]
    public void A_column_far_from_zero_keeps_its_digits()
    {
        // As float32 all of these are the same number.
        using var data = Open("seconds\n1700000000\n1700000001\n1700000002\n", ["seconds"]);

        using var read = data.Read([0, 1, 2]);
        var expected = MathF.Sqrt(1.5f);
        Assert.Equal([-expected, 0, expected], read.data<float>().ToArray(), new Within(1e-6f));
        using var undone = data.Standardization!.Undo(read);
        Assert.Equal(float64, undone.dtype);
        Assert.Equal(
            [1700000000.0, 1700000001, 1700000002],
            undone.data<double>().ToArray().Select(value => Math.Round(value))
        );
    }

    [Fact]
    public void A_column_with_one_value_only_is_refused_by_its_name()
    {
        var refusal = Assert.Throws<GanException>(() => Open("x,y\n0.1,1\n0.1,2\n0.1,3\n", ["x", "y"])).Message;

        Assert.Contains("'x'", refusal);
        Assert.Contains("rows.csv", refusal);
        Assert.Contains("0.1 everywhere", refusal);
    }

    [Fact]
    public void It_agrees_with_torch_and_is_undone()
    {
        using var scope = NewDisposeScope();
        var rows = (randn(500, 3) * tensor([1f, 100, 0.01f])) + tensor([0f, -50, 7]);

        var standardization = Standardization.Of(rows, ["a", "b", "c"]);
        var applied = standardization.Apply(rows);
        var undone = standardization.Undo(applied);

        var means = rows.to(float64).mean([0L]).data<double>().ToArray();
        var deviations = rows.to(float64).std([0L], unbiased: false).data<double>().ToArray();
        for (var column = 0; column < 3; column++)
        {
            Assert.Equal(means[column], standardization.Means[column], 1e-9);
            Assert.Equal(deviations[column], standardization.Deviations[column], 1e-9);
        }

        Assert.Equal(float32, applied.dtype);
        Assert.True(undone.to(float32).allclose(rows, 1e-5, 1e-5));
    }

    [Fact]
    public void What_is_saved_is_loaded_bit_by_bit()
    {
        var saved = new Standardization(["a \"b\"\n", "ü"], [1.0 / 3, -1e300], [double.Epsilon, 0.1]);
        saved.Save(folder["scale.json"]);

        var loaded = Standardization.Load(folder["scale.json"]);

        Assert.Equal(saved.Columns, loaded.Columns);
        Assert.Equal(saved.Means, loaded.Means);
        Assert.Equal(saved.Deviations, loaded.Deviations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[{\"column\": \"x\", \"mean\": 1}]")]
    [InlineData("[{\"column\": \"x\", \"mean\": \"1\", \"deviation\": 1}]")]
    [InlineData("[{\"column\": \"x\", \"mean\": 1, \"deviation\": 0}]")]
    [InlineData("[{\"column\": \"x\", \"mean\": 1e999, \"deviation\": 1}]")]
    [InlineData("[{\"column\": 3, \"mean\": 1, \"deviation\": 1}]")]
    public void A_file_that_is_none_is_refused_by_its_name(string text)
    {
        var path = folder.Add("scale.json", Encoding.UTF8.GetBytes(text));

        var refusal = Assert.Throws<GanException>(() => Standardization.Load(path)).Message;

        Assert.Contains("scale.json", refusal);
        Assert.DoesNotContain('\n', refusal);
        Assert.Throws<GanException>(() => Standardization.Load(folder["none.json"]));
    }

    [Fact]
    public void Rows_of_another_width_are_refused()
    {
        var standardization = new Standardization(["a", "b"], [0, 0], [1, 1]);
        using var rows = zeros(4, 3);
        using var integers = zeros(4, 2, int64);

        Assert.Contains("[4, 3]", Assert.Throws<ArgumentException>(() => standardization.Undo(rows)).Message);
        Assert.Throws<ArgumentException>(() => standardization.Apply(integers));
        Assert.Throws<ArgumentException>(() => Standardization.Of(rows, ["a", "b"]));
        Assert.Throws<ArgumentException>(() => new Standardization(["a"], [0, 0], [1, 1]));
        Assert.Throws<ArgumentException>(() => new Standardization(["a"], [0], [-1]));
        Assert.Throws<GanException>(() => Standardization.Of(zeros(4, 1), ["a"]));
        Assert.Throws<GanException>(() => Standardization.Of(tensor([1f, float.NaN]).reshape(2, 1), ["a"]));
    }

    [Fact]
    public void Generated_points_are_written_as_rows_of_the_table()
    {
        using var data = Open("width,\"height, m\",kind\n0,10,oak\n2,30,ash\n", ["width", "height, m"], "kind");
        using var points = new TableGan.Points(tensor([-1f, 1, 0.5f, 0], [2, 2]));
        using var labels = new ClassTableGan.Labels([1, 0]);
        points.SaveCsv(folder["generated.csv"], data);

        Assert.Equal(["width,\"height, m\"", "0,30", "1.5,20"], File.ReadAllLines(folder["generated.csv"]));

        points.SaveCsv(folder["generated.csv"], data, labels);
        Assert.Equal(
            ["width,\"height, m\",kind", "0,30,oak", "1.5,20,ash"],
            File.ReadAllLines(folder["generated.csv"])
        );

        points.SaveCsv(folder["generated.csv"], data.Standardization!);
        Assert.Equal(["width,\"height, m\"", "0,30", "1.5,20"], File.ReadAllLines(folder["generated.csv"]));

        points.SaveCsv(folder["generated.csv"], ["a", "b"]);
        Assert.Equal(["a,b", "-1,1", "0.5,0"], File.ReadAllLines(folder["generated.csv"]));
        Assert.Throws<ArgumentException>(() => points.SaveCsv(folder["generated.csv"], ["a"]));
    }

    [Fact]
    public void Generated_rows_far_from_zero_keep_their_digits()
    {
        using var points = new TableGan.Points(tensor([0.25f, -0.5f, 3, 0.125f], [2, 2]));
        var scale = new Standardization(["a", "b"], [20_260_000, -1e-9], [1, 1e-12]);

        points.SaveCsv(folder["generated.csv"], scale);

        // Means and deviations by hand: 20260000 + 0.25, -1e-9 - 0.5e-12 and so on.
        Assert.Equal(
            ["a,b", "20260000.25,-1.0005E-09", "20260003,-9.99875E-10"],
            File.ReadAllLines(folder["generated.csv"])
        );
    }

    [Theory]
    [InlineData("x", "label")]
    [InlineData("label", "label_")]
    [InlineData("label_", "label")]
    [InlineData("label", "label__", "label_")]
    public void The_column_of_classes_takes_a_name_that_no_column_has(
        string first,
        string expected,
        string second = "y"
    )
    {
        using var points = new TableGan.Points(tensor([-1f, 1, 0.5f, 0], [2, 2]));

        points.SaveCsv(folder["generated.csv"], new TableSchema([first, second]), [1, 0]);

        Assert.Equal([$"{first},{second},{expected}", "-1,1,1", "0.5,0,0"], File.ReadAllLines(folder["generated.csv"]));
    }

    [Fact]
    public void A_GAN_trains_on_a_table_and_samples_in_its_units()
    {
        var text = new StringBuilder("x,y\n");
        for (var row = 0; row < 64; row++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{1000 + row},{-0.001 * row}\n");
        }

        using var data = Open(text.ToString(), ["x", "y"]);
        using var gan = new TableGan(
            new()
            {
                BatchSize = 16,
                Epochs = 2,
                Seed = 3,
            }
        );

        Assert.Equal(8, gan.Train(data).Count());

        using var rows = gan.SampleRows(5, data.Standardization!);
        Assert.Equal([5L, 2], rows.shape);

        // Standardised points of a fresh generator are near 0, so rows are near the means.
        Assert.All(rows[.., 0].contiguous().data<double>().ToArray(), x => Assert.InRange(x, 900, 1200));
    }

    [Fact]
    public void A_conditional_GAN_trains_on_a_table_with_classes()
    {
        var text = new StringBuilder("x,y,kind\n");
        for (var row = 0; row < 32; row++)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{row},{row * row},{(row % 2 == 0 ? "a" : "b")}\n"
            );
        }

        using var data = Open(text.ToString(), ["x", "y"], "kind").WithLabels();
        using var gan = new ClassTableGan(
            new()
            {
                BatchSize = 8,
                Epochs = 1,
                Seed = 3,
            }
        );

        Assert.Equal(4, gan.Train(data).Count());
    }

    private Table Open(string text, string[] columns, string? label = null) =>
        Table.OpenCsv(
            folder.Add("rows.csv", Encoding.UTF8.GetBytes(text)),
            columns,
            new() { Standardize = true, LabelColumn = label }
        );
}
