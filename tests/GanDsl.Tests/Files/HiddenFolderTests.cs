namespace GanDsl.Tests.Files;

/// <summary>The folder in which another one is made ready never takes the last copy with it.</summary>
public sealed class HiddenFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>As where both the rename to the target and the one back are refused.</summary>
    [Fact]
    public void What_is_neither_there_nor_back_stays_until_it_is_finished()
    {
        using (var hidden = HiddenFolder.Beside(folder["c"]))
        {
            File.WriteAllText(Path.Combine(hidden.New, "file"), "new");
            Directory.CreateDirectory(hidden.Former);
            File.WriteAllText(Path.Combine(hidden.Former, "file"), "former");
        }

        Assert.Single(Directory.GetDirectories(folder.FullName));

        HiddenFolder.RemoveLeftBeside(folder["c"]);

        Assert.Equal([folder["c"]], Directory.GetDirectories(folder.FullName));
        Assert.Equal("new", File.ReadAllText(folder["c/file"]));
    }

    /// <summary>A name of more bytes than a file system takes is one to which nothing can be renamed.</summary>
    [Fact]
    public void It_stays_where_finishing_is_refused()
    {
        var target = folder[new string('c', 300)];
        using (var hidden = HiddenFolder.Beside(target))
        {
            Directory.CreateDirectory(hidden.Former);
        }

        HiddenFolder.RemoveLeftBeside(target);

        var left = Assert.Single(Directory.GetDirectories(folder.FullName));
        Assert.Equal(
            ["former", "lock", "new"],
            Directory.GetFileSystemEntries(left).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Otherwise_nothing_is_left()
    {
        HiddenFolder.Beside(folder["a"]).Dispose();
        Directory.CreateDirectory(folder["b"]);
        using (var hidden = HiddenFolder.Beside(folder["b"]))
        {
            Directory.CreateDirectory(hidden.Former);
        }

        Assert.Equal([folder["b"]], Directory.GetDirectories(folder.FullName));
    }
}
