using static TorchSharp.torch;

namespace GanDsl.Tests.Tables;

/// <summary>What is kept of a table, to write rows of it in another process.</summary>
public sealed class TableSchemaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_are_written_as_beside_the_table()
    {
        File.WriteAllText(folder["trees.csv"], "width,\"height, m\",kind\n0,10,oak\n2,30,ash\n");
        using var data = Table.OpenCsv(
            folder["trees.csv"],
            ["width", "height, m"],
            new() { LabelColumn = "kind", Standardize = true }
        );
        data.Schema.Save(folder["table.json"]);
        var schema = TableSchema.Load(folder["table.json"]);
        Assert.True(schema.IsSame(data.Schema));

        using var points = new TableGan.Points(tensor([-1f, 1, 0.5f, 0], [2, 2]));
        points.SaveCsv(folder["generated.csv"], schema, [1, 0]);
        Assert.Equal(
            ["width,\"height, m\",kind", "0,30,oak", "1.5,20,ash"],
            File.ReadAllLines(folder["generated.csv"])
        );
        Assert.Throws<ArgumentException>(() => points.SaveCsv(folder["generated.csv"], schema, [1]));
    }

    [Fact]
    public void Every_bit_of_the_numbers_comes_back()
    {
        var schema = new TableSchema(["a"], new Standardization(["a"], [1.0 / 3], [Math.BitIncrement(1e-300)]));
        schema.Save(folder["table.json"]);

        var standardization = TableSchema.Load(folder["table.json"]).Standardization!;

        Assert.Equal([1.0 / 3], standardization.Means);
        Assert.Equal([Math.BitIncrement(1e-300)], standardization.Deviations);
    }

    [Fact]
    public void Without_scale_and_classes_there_are_names_alone()
    {
        new TableSchema(["a", "b"]).Save(folder["table.json"]);

        Assert.Equal("{\n  \"columns\": [\n    \"a\",\n    \"b\"\n  ]\n}", File.ReadAllText(folder["table.json"]));
        var schema = TableSchema.Load(folder["table.json"]);
        Assert.Equal(["a", "b"], schema.Columns);
        Assert.Null(schema.Standardization);
        Assert.Null(schema.LabelColumn);
        Assert.Null(schema.ClassNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"columns": []}""")]
    [InlineData("""{"columns": null}""")]
    [InlineData("""{"columns": [null]}""")]
    [InlineData("""{"columns": ["a"], "means": [0]}""")]
    [InlineData("""{"columns": ["a"], "means": [0, 1], "deviations": [1, 1]}""")]
    [InlineData("""{"columns": ["a"], "means": [0], "deviations": [0]}""")]
    [InlineData("""{"columns": ["a"], "means": [1e999], "deviations": [1]}""")]
    [InlineData("""{"columns": ["a"], "class_names": ["x"]}""")]
    [InlineData("""{"columns": ["a"], "label_column": "b", "class_names": [null]}""")]
    [InlineData("""{"columns": ["a"], "columns": ["b"]}""")]
    [InlineData("""{"columns": ["a"], "other": 1}""")]
    [InlineData("""{"columns": ["a"], "label_column": "b", "class_names": ["x", "x"]}""")]
    public void Other_files_are_refused(string text)
    {
        File.WriteAllText(folder["table.json"], text);

        var message = Assert.Throws<GanException>(() => TableSchema.Load(folder["table.json"])).Message;

        Assert.Contains("is no schema of a table", message);
        Assert.EndsWith("; give one that was saved.", message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said() =>
        Assert.Contains(
            "cannot be read",
            Assert.Throws<GanException>(() => TableSchema.Load(folder["none.json"])).Message
        );

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TableSchema([]));
        Assert.Throws<ArgumentException>(() => new TableSchema(["a"], new Standardization(["b"], [0], [1])));
        Assert.Throws<ArgumentException>(() => new TableSchema(["a"], classNames: ["x"]));
        Assert.Contains("'a' is named twice", Refusal(() => new TableSchema(["a", "b", "a"])));
        Assert.Contains("'a' is named twice", Refusal(() => new TableSchema(["a"], labelColumn: "a")));
        Assert.Contains("'x' is named twice", Refusal(() => new TableSchema(["a"], null, "b", ["x", "y", "x"])));
        Assert.Contains("no class", Refusal(() => new TableSchema(["a"], null, "b", [])));

        static string Refusal(Func<TableSchema> create) => Assert.Throws<ArgumentException>(create).Message;
    }

    [Fact]
    public void Schemas_differ_by_any_of_their_parts()
    {
        var scale = new Standardization(["a"], [0], [1]);
        var schema = new TableSchema(["a"], scale, "kind", ["x", "y"]);
        TableSchema[] others =
        [
            new(["b"]),
            new(["a"], null, "kind", ["x", "y"]),
            new(["a"], new Standardization(["a"], [0], [Math.BitIncrement(1)]), "kind", ["x", "y"]),
            new(["a"], scale, "sort", ["x", "y"]),
            new(["a"], scale, "kind", ["x", "z"]),
        ];

        Assert.True(schema.IsSame(new TableSchema(["a"], scale, "kind", ["x", "y"])));
        Assert.All(others, other => Assert.False(schema.IsSame(other)));
    }

    [Fact]
    public void More_rows_of_its_kind_are_scaled_and_numbered_the_same()
    {
        File.WriteAllText(folder["trees.csv"], "width,kind\n0,ash\n2,elm\n4,oak\n");
        File.WriteAllText(folder["more.csv"], "kind;width\noak;6\nelm;2\n");
        TableSchema schema;
        using (
            var data = Table.OpenCsv(folder["trees.csv"], ["width"], new() { LabelColumn = "kind", Standardize = true })
        )
        {
            schema = data.Schema;
        }

        using var more = Table.OpenCsv(folder["more.csv"], schema, separator: ';');

        Assert.Equal([2, 1], more.WithLabels().Labels);
        Assert.Equal(["ash", "elm", "oak"], more.ClassNames);
        Assert.True(more.Schema.IsSame(schema));
        using var rows = more.Read([0, 1]);
        Assert.Equal([(float)(4 / Math.Sqrt(8.0 / 3)), 0], rows.data<float>().ToArray());
    }

    [Theory]
    [InlineData(
        "kind,width\noak,1\nfir,0\n",
        "line 3, column 'kind': the class 'fir' is none of the schema's, which are 'ash', 'oak'"
    )]
    [InlineData("kind,width\n0,1\n", "line 2, column 'kind': the class '0' is none of the schema's")]
    [InlineData("width\n1\n", "no column 'kind'")]
    [InlineData("kind,height\noak,1\n", "no column 'width'")]
    [InlineData("kind,width\noak,2\n", "line 2, column 'width': 2 is not in [-1, 1]")]
    public void Rows_of_another_kind_are_refused(string text, string reason)
    {
        File.WriteAllText(folder["more.csv"], text);
        var schema = new TableSchema(["width"], null, "kind", ["ash", "oak"]);

        var refusal = Assert.Throws<GanException>(() =>
            Table.OpenCsv(folder["more.csv"], schema, ValueRange.MinusOneToOne)
        );

        Assert.Contains(reason, refusal.Message);
    }

    [Fact]
    public void Classes_that_are_numbers_stay_numbers()
    {
        File.WriteAllText(folder["more.csv"], "kind,width\n3,1\n1,1\n");
        var schema = new TableSchema(["width"], null, "kind");

        using (var more = Table.OpenCsv(folder["more.csv"], schema))
        {
            Assert.Equal([3, 1], more.Labels);
        }

        File.WriteAllText(folder["more.csv"], "kind,width\n3,1\noak,1\n");
        Assert.Contains(
            "line 3, column 'kind': the class is 'oak', but those of the schema are numbers",
            Assert.Throws<GanException>(() => Table.OpenCsv(folder["more.csv"], schema)).Message
        );
    }

    [Fact]
    public void The_first_rows_are_scaled_as_all_of_them_and_outlive_them()
    {
        File.WriteAllText(folder["trees.csv"], "width,kind\n0,oak\n2,ash\n4,elm\n");
        Table first;
        using (
            var data = Table.OpenCsv(folder["trees.csv"], ["width"], new() { LabelColumn = "kind", Standardize = true })
        )
        {
            first = data.Take(2);
        }

        using (first)
        {
            using var rows = first.Read([0, 1]);
            Assert.Equal(2, first.Count);
            Assert.Equal([2, 0], first.Labels);
            Assert.Equal(["ash", "elm", "oak"], first.ClassNames);
            Assert.Equal([(float)(-2 / Math.Sqrt(8.0 / 3)), 0], rows.data<float>().ToArray());
            Assert.Throws<ArgumentOutOfRangeException>(() => first.Read([2]));
        }
    }
}
