namespace GanDsl.Tests.Files;

/// <summary>A folder is replaced whole, or is as it was.</summary>
public sealed class FolderReplacementTests : IDisposable
{
    private static readonly string[] Names = ["file"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_former_one_is_replaced()
    {
        FolderReplacement.Write(
            folder["c"],
            Names,
            written => File.WriteAllText(Path.Combine(written, "file"), "former")
        );
        FolderReplacement.Write(folder["c"], Names, written => File.WriteAllText(Path.Combine(written, "file"), "new"));

        Assert.Equal("new", File.ReadAllText(folder["c/file"]));
        Assert.Equal([folder["c"]], Directory.GetDirectories(folder.FullName));
    }

    /// <summary>As where somebody holds the new one when it is to be renamed.</summary>
    [Fact]
    public void The_former_one_comes_back_where_the_new_one_cannot_take_its_place()
    {
        FolderReplacement.Write(
            folder["c"],
            Names,
            written => File.WriteAllText(Path.Combine(written, "file"), "former")
        );

        var failure = Assert.Throws<GanException>(() =>
            FolderReplacement.Write(folder["c"], Names, written => Directory.Delete(written))
        );

        Assert.StartsWith($"Cannot write the folder '{folder["c"]}': ", failure.Message, StringComparison.Ordinal);
        Assert.Equal("former", File.ReadAllText(folder["c/file"]));
        Assert.Equal([folder["c"]], Directory.GetDirectories(folder.FullName));
    }
}
