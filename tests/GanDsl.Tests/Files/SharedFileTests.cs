namespace GanDsl.Tests.Files;

/// <summary>Files of a run are read while somebody writes them.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", false)]
    [InlineData("a\nb\n", false)]
    [InlineData("a\nb", true)]
    public void An_end_in_the_middle_of_a_line_is_known(string text, bool expected)
    {
        File.WriteAllText(folder["rows.csv"], text);
        using var writer = new StreamWriter(folder["rows.csv"], append: true);

        using var reader = SharedFile.OpenLines(folder["rows.csv"], out var endsInLine);

        Assert.Equal(expected, endsInLine);
        Assert.Equal(text, reader.ReadToEnd());
    }
}
