using System.Globalization;
using System.Text;

namespace GanDsl.Tests.Tables;

/// <summary>Columns of CSV files as points.</summary>
public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Named_columns_are_read_in_the_order_asked_for()
    {
        using var data = Open("a,b,c\n1,2,3\n4.5,-5e-1,.25\n", ["c", "a"]);

        Assert.Equal(2, data.Count);
        Assert.Equal([2L], data.ExampleShape);
        Assert.Equal(["c", "a"], data.Columns);
        Assert.Equal(ValueRange.Unbounded, data.Range);
        Assert.Equal([3f, 1, 0.25f, 4.5f], Values(data));
        Assert.Null(data.Labels);
        Assert.Null(data.Standardization);
    }

    [Theory]
    [InlineData("x,y\r\n1,2\r\n")]
    [InlineData("x,y\n1,2")]
    [InlineData("x,y\r1,2\r")]
    [InlineData("\uFEFFx,y\n1,2\n")]
    [InlineData(" x , y\n 1 ,\t2\n\n\n")]
    [InlineData("\"x\",y\n\"1\",\"2\"\n")]
    public void Line_ends_marks_space_and_quotes_change_nothing(string text)
    {
        using var data = Open(text, ["x", "y"]);

        Assert.Equal([1f, 2], Values(data));
    }

    [Fact]
    public void Names_may_have_separators_and_line_ends_in_quotes()
    {
        using var data = Open("\"a, b\",\"c\n\"\"d\"\"\"\n1,2\n", ["c\n\"d\"", "a, b"]);

        Assert.Equal([2f, 1], Values(data));
    }

    [Fact]
    public void Another_separator_is_stated()
    {
        using var data = Open("x;y\n1;2\n", ["y"], new() { Separator = ';' });

        Assert.Equal([2f], Values(data));
        Assert.Contains("'x;y'", Refusal("x;y\n1;2\n", ["y"]));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("")
        {
            NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
        };
        try
        {
            using var data = Open("x\n1.5\n", ["x"]);

            Assert.Equal([1.5f], Values(data));
            Assert.Contains("1e+39 is no finite", Refusal("x\n1e39\n", ["x"]), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Many_rows_are_read_in_order()
    {
        var text = new StringBuilder("x,y,z\n");
        for (var row = 0; row < 200_000; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row},{row * 0.5},{-row}\n");
        }

        using var data = Open(text.ToString(), ["x", "y", "z"]);

        Assert.Equal(200_000, data.Count);
        using var read = data.Read([0, 63, 64, 87_380, 87_381, 87_382, 199_999]);
        Assert.Equal(
            new[] { 0, 63, 64, 87_380, 87_381, 87_382, 199_999 }.SelectMany(row => new[] { row, row * 0.5f, -row }),
            read.data<float>().ToArray()
        );
    }

    [Theory]
    [InlineData("x,y\n1,2\n3\n", "line 3: the row has 1 cells")]
    [InlineData("x,y\n1,2,\n", "line 2: the row has 3 cells")]
    [InlineData("x,y\n1,\n", "line 2, column 'y': there is no value")]
    [InlineData("x,y\n1,NaN\n", "line 2, column 'y': NaN is no finite")]
    [InlineData("x,y\n1,-Infinity\n", "line 2, column 'y': -Infinity is no finite")]
    [InlineData("x,y\n1,1e39\n", "line 2, column 'y': 1E+39 is no finite")]
    [InlineData("x,y\n1,oak\n", "line 2, column 'y': 'oak' is no number")]
    [InlineData("x,y\n1,\"1,5\"\n", "line 2, column 'y': '1,5' is no number")]
    [InlineData("x,y\n1,0x10\n", "'0x10' is no number")]
    [InlineData("x,y\n1,2\n\n3,4\n", "line 3: the line is empty")]
    [InlineData("x,y\n1,2\n\n\n\n3,4\n", "line 3: the line is empty")]
    [InlineData("x,y\n1,2\n3,4\n5,oak\n", "line 4, column 'y': 'oak' is no number")]
    [InlineData("x,y\n1,o\u0001\u001Bk\n", "'o  k' is no number")]
    [InlineData(
        "x,y\n1,oak oak oak oak oak oak oak oak oak oak!\n",
        "'oak oak oak oak oak oak oak oak oak oak!' is no"
    )]
    [InlineData(
        "x,y\n1,oak oak oak oak oak oak oak oak oak oak!!\n",
        "'oak oak oak oak oak oak oak oak oak oak!…' is no"
    )]
    [InlineData(
        "x,y\n1,oak oak oak oak oak oak oak oak oak oak\U0001F333!\n",
        "'oak oak oak oak oak oak oak oak oak oak…' is no"
    )]
    [InlineData("x,y\n\"1\n\",2\n3,oak\n", "line 4, column 'y'")]
    [InlineData("x,y,y\n1,2,3\n", "There are 2 columns 'y'")]
    [InlineData("x,z\n1,2\n", "no column 'y' in")]
    [InlineData("x,Y\n1,2\n", "no column 'y' in")]
    [InlineData("x,y\n", "no rows")]
    [InlineData("", "no first row")]
    [InlineData("\n\n", "no first row")]
    public void What_is_no_example_is_refused_by_file_row_and_column(string text, string reason) =>
        Assert.Contains(reason, Refusal(text, ["x", "y"]));

    [Fact]
    public void A_quote_that_is_never_closed_is_refused()
    {
        var refusal = Refusal("x,y\n\"1,2\n" + new string('3', 1 << 25), ["x", "y"]);

        Assert.InRange(refusal.Length, 1, 400);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var letters = "\",\n\r\t x1.-e\0é";
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var tail = random.GetItems<char>(letters, random.Next(24));
            try
            {
                Open("x,y\n1,2\n" + new string(tail), ["x", "y"]).Dispose();
            }
            catch (GanException refusal)
            {
                Assert.Contains("rows.csv", refusal.Message);
                Assert.DoesNotContain('\n', refusal.Message);
            }
        }
    }

    [Fact]
    public void Values_out_of_the_stated_range_are_refused()
    {
        var unit = new TableOptions { Range = ValueRange.ZeroToOne };
        using var data = Open("x\n0\n1\n", ["x"], unit);

        Assert.Equal(ValueRange.ZeroToOne, data.Range);
        Assert.Contains("line 3, column 'x': 1.5 is not in [0, 1]", Refusal("x\n0\n1.5\n", ["x"], unit));
    }

    [Fact]
    public void What_is_asked_for_has_to_be_clear()
    {
        Assert.Throws<ArgumentException>(() => Open("x\n1\n", []));
        Assert.Throws<ArgumentException>(() => Open("x\n1\n", ["x", "x"]));
        Assert.Throws<ArgumentException>(() => Open("x\n1\n", ["x"], new() { LabelColumn = "x" }));
        Assert.Contains(
            "none.csv",
            Assert.Throws<GanException>(() => Table.OpenCsv(folder["none.csv"], ["x"])).Message
        );
        Assert.Contains(
            folder.FullName,
            Assert.Throws<GanException>(() => Table.OpenCsv(folder.FullName, ["x"])).Message
        );
    }

    [Fact]
    public void Names_of_classes_are_numbered_in_ordinal_order()
    {
        using var data = Open(
            "kind,x\noak,1\nÄrmel,2\nash,3\nOak,4\noak,5\n12,6\n",
            ["x"],
            new() { LabelColumn = "kind" }
        );

        Assert.Equal(["12", "Oak", "ash", "oak", "Ärmel"], data.ClassNames);
        Assert.Equal([3, 4, 2, 1, 3, 0], data.Labels);
        using var labeled = data.WithLabels();
        Assert.Equal(data.ClassNames, labeled.ClassNames);
        Assert.Equal(data.Labels, labeled.Labels);
        Assert.Equal([1f, 2, 3, 4, 5, 6], Values(labeled));
    }

    [Fact]
    public void Whole_numbers_are_classes_themselves()
    {
        using var data = Open("x,kind\n1,2\n2,0\n3,2\n", ["x"], new() { LabelColumn = "kind" });

        Assert.Equal([2, 0, 2], data.Labels);
        Assert.Null(data.ClassNames);
    }

    [Theory]
    [InlineData("x,kind\n1,0\n1,-1\n", "line 3, column 'kind': the class is -1")]
    [InlineData("x,kind\n1,0\n1,\n", "line 3, column 'kind': there is no class")]
    [InlineData("x,sort\n1,0\n", "no column 'kind'")]
    public void Classes_that_are_none_are_refused(string text, string reason) =>
        Assert.Contains(reason, Refusal(text, ["x"], new() { LabelColumn = "kind" }));

    [Fact]
    public void Labels_that_were_not_asked_for_are_not_there()
    {
        using var data = Open("x\n1\n", ["x"]);

        Assert.Contains("LabelColumn", Assert.Throws<InvalidOperationException>(data.WithLabels).Message);
    }

    [Fact]
    public void A_part_of_a_table_has_its_labels()
    {
        using var data = Open("x,kind\n1,b\n2,a\n3,b\n", ["x"], new() { LabelColumn = "kind" });
        using var part = data.Take(2);

        Assert.Equal([1, 0], part.Labels);
        Assert.Equal([1f, 2], Values(part));
        Assert.Throws<ArgumentOutOfRangeException>(() => part.Read([2]));
    }

    private static float[] Values(Dataset data)
    {
        using var all = data.Read([.. Enumerable.Range(0, data.Count)]);
        return all.data<float>().ToArray();
    }

    private Table Open(string text, string[] columns, TableOptions? options = null) =>
        Table.OpenCsv(folder.Add("rows.csv", Encoding.UTF8.GetBytes(text)), columns, options);

    private string Refusal(string text, string[] columns, TableOptions? options = null)
    {
        var refusal = Assert.Throws<GanException>(() => Open(text, columns, options)).Message;
        Assert.Contains("rows.csv", refusal);
        Assert.DoesNotContain('\n', refusal);
        return refusal;
    }
}
