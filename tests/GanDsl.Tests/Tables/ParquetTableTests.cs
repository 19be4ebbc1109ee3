namespace GanDsl.Tests.Tables;

/// <summary>
/// Columns of Parquet files as points. The files are written by Apache Arrow with several compressions: two groups of three and two rows.
/// </summary>
public sealed class ParquetTableTests : IDisposable
{
    private static readonly string[] Files = ["plain", "snappy", "gzip", "zstd"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Compressions => [.. Files];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Compressions))]
    public void Numbers_of_every_type_are_read_over_all_groups(string file)
    {
        using var data = Table.OpenParquet(Fixture(file), ["y", "i", "flag", "small"]);

        Assert.Equal(5, data.Count);
        Assert.Equal([0.25f, 7, 1, 0, 4, 8, 0, 1, -8, 9, 1, 255, 1, -1, 0, 2, 2, 0, 0, 3], Values(data));
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public void Strings_are_classes_in_ordinal_order(string file)
    {
        using var data = Table.OpenParquet(Fixture(file), ["y"], new() { LabelColumn = "kind" });

        Assert.Equal(["ash", "elm", "oak"], data.ClassNames);
        Assert.Equal([2, 0, 2, 1, 0], data.Labels);
    }

    [Fact]
    public void A_schema_says_what_is_read()
    {
        var schema = new TableSchema(["y"], new Standardization(["y"], [4], [4]), "kind", ["oak", "elm", "ash"]);

        using var data = Table.OpenParquet(Fixture("plain"), schema);

        Assert.Equal([0, 2, 0, 1, 2], data.Labels);
        Assert.Equal([-0.9375f, 0, -3, -0.75f, -0.5f], Values(data));
    }

    [Fact]
    public void Integers_are_classes_themselves()
    {
        using var data = Table.OpenParquet(Fixture("plain"), ["y"], new() { LabelColumn = "small" });

        Assert.Equal([0, 1, 255, 2, 3], data.Labels);
        Assert.Null(data.ClassNames);
    }

    [Theory]
    [InlineData("x", null, "row 2, column 'x': 1E+300 is no finite")]
    [InlineData("maybe", null, "row 4, column 'maybe': there is no value")]
    [InlineData("kind", null, "of the type String")]
    [InlineData("when", null, "DateTime")]
    [InlineData("missing", null, "no column 'missing'")]
    [InlineData("y", "x", "classes are integers or strings")]
    [InlineData("y", "i", "row 3, column 'i': the class is -1")]
    [InlineData("y", "maybe", "row 4, column 'maybe': there is no value")]
    public void What_is_no_example_is_refused_by_file_row_and_column(string column, string? label, string reason)
    {
        var refusal = Assert
            .Throws<GanException>(() => Table.OpenParquet(Fixture("snappy"), [column], new() { LabelColumn = label }))
            .Message;

        Assert.Contains(reason, refusal);
        Assert.Contains("snappy.parquet", refusal);
    }

    [Fact]
    public void Every_cut_through_a_file_is_refused()
    {
        var whole = File.ReadAllBytes(Fixture("snappy"));
        for (var length = 0; length < whole.Length; length += 7)
        {
            var path = folder.Add("cut.parquet", whole[..length]);

            Assert.Contains("cut.parquet", Assert.Throws<GanException>(() => Table.OpenParquet(path, ["y"])).Message);
        }
    }

    [Fact]
    public void Changed_bytes_are_read_or_refused()
    {
        var whole = File.ReadAllBytes(Fixture("plain"));
        for (var position = 0; position < whole.Length; position += 5)
        {
            byte[] changed = [.. whole];
            changed[position] ^= 0x81;
            try
            {
                Table.OpenParquet(folder.Add("changed.parquet", changed), ["y", "i"]).Dispose();
            }
            catch (GanException refusal)
            {
                Assert.Contains("changed.parquet", refusal.Message);
                Assert.DoesNotContain('\n', refusal.Message);
            }
        }
    }

    private static string Fixture(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Tables", "Fixtures", $"{name}.parquet");

    private static float[] Values(Dataset data)
    {
        using var all = data.Read([.. Enumerable.Range(0, data.Count)]);
        return all.data<float>().ToArray();
    }
}
