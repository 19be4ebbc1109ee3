using System.Diagnostics;
using System.Net.Sockets;

namespace GanDsl.Tests;

public sealed class FileReplacementTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [LinuxFact]
    public void A_refusal_names_the_folder_and_not_the_temporary_file()
    {
        var refusal = Assert.Throws<GanException>(() => FileReplacement.Write("/proc/faces.bin", _ => { }));

        Assert.StartsWith("Cannot write '/proc/faces.bin': ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'/proc'", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replaces_a_file()
    {
        var path = folder.Add("file", [1, 2, 3]);

        FileReplacement.Write(path, stream => stream.WriteByte(9));

        Assert.Equal([9], File.ReadAllBytes(path));
        Assert.Equal(["file"], folder.Files);
    }

    [Fact]
    public void Makes_missing_folders()
    {
        FileReplacement.Write(folder["a/b/file"], stream => stream.WriteByte(9));

        Assert.Equal([9], File.ReadAllBytes(folder["a/b/file"]));
    }

    [Fact]
    public void Takes_a_bare_name()
    {
        var name = $"gandsl-{Guid.NewGuid():N}";
        try
        {
            FileReplacement.Write(name, stream => stream.WriteByte(9));

            Assert.True(File.Exists(Path.Combine(Environment.CurrentDirectory, name)));
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Fact]
    public void Takes_the_longest_name_there_is()
    {
        string name = new('a', 255);

        FileReplacement.Write(folder[name], stream => stream.WriteByte(9));

        Assert.Equal([name], folder.Files);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = folder.Add("file", [1, 2, 3]);

        var message = Assert
            .Throws<GanException>(() =>
                FileReplacement.Write(path, stream => Fail(stream, new IOException("Disk full.")))
            )
            .Message;

        Assert.Equal($"Cannot write '{path}': Disk full; choose a folder that can be written to.", message);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(["file"], folder.Files);
    }

    [Fact]
    public void Other_failures_pass_through_and_leave_nothing()
    {
        Assert.Throws<InvalidOperationException>(() =>
            FileReplacement.Write(folder["file"], stream => Fail(stream, new InvalidOperationException()))
        );

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Refuses_a_path_in_a_file()
    {
        var path = Path.Combine(folder.Add("file", [1]), "picture.png");

        var message = Assert.Throws<GanException>(() => FileReplacement.Write(path, _ => { })).Message;

        Assert.StartsWith($"Cannot write '{path}': ", message);
    }

    [Fact]
    public void Refuses_a_name_of_a_folder_that_is_not_there_and_makes_none()
    {
        var path = folder["new"] + Path.DirectorySeparatorChar;

        var message = Assert.Throws<GanException>(() => FileReplacement.Write(path, _ => { })).Message;

        Assert.Equal($"Cannot write '{path}': it is a folder; give the name of a file in it.", message);
        Assert.False(Directory.Exists(path));
    }

    [LinuxFact]
    public void A_link_stays_and_what_it_leads_to_is_written()
    {
        var file = folder.Add("file", [1, 2, 3]);
        File.CreateSymbolicLink(folder["link"], "file");
        File.CreateSymbolicLink(folder["link to the link"], "link");

        FileReplacement.Write(folder["link to the link"], stream => stream.WriteByte(9));

        Assert.Equal([9], File.ReadAllBytes(file));
        Assert.Null(new FileInfo(file).LinkTarget);
        Assert.Equal("link", new FileInfo(folder["link to the link"]).LinkTarget);
        Assert.Equal(["file", "link", "link to the link"], folder.Files.Order(StringComparer.Ordinal));
    }

    [LinuxFact]
    public void A_link_to_nothing_makes_the_file()
    {
        File.CreateSymbolicLink(folder["link"], "file");

        FileReplacement.Write(folder["link"], stream => stream.WriteByte(9));

        Assert.Equal([9], File.ReadAllBytes(folder["file"]));
        Assert.Equal("file", new FileInfo(folder["link"]).LinkTarget);
    }

    [LinuxFact]
    public void Refuses_links_in_a_circle()
    {
        File.CreateSymbolicLink(folder["a"], "b");
        File.CreateSymbolicLink(folder["b"], "a");

        Assert.Throws<GanException>(() => FileReplacement.Write(folder["a"], _ => { }));
    }

    [LinuxFact]
    public void An_empty_file_is_replaced()
    {
        var path = folder.Add("file", []);

        FileReplacement.Write(path, stream => stream.WriteByte(9));

        Assert.Equal([9], File.ReadAllBytes(path));
    }

    [LinuxFact]
    public void Refuses_devices_pipes_and_sockets()
    {
        using (var mkfifo = Process.Start("mkfifo", folder["pipe"]))
        {
            mkfifo.WaitForExit();
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder["socket"]));
        File.CreateSymbolicLink(folder["link"], "/dev/null");

        foreach (var path in (string[])["/dev/null", folder["link"], folder["pipe"], folder["socket"]])
        {
            Assert.Contains(
                "a device, a pipe or a socket",
                Assert.Throws<GanException>(() => FileReplacement.Write(path, _ => { })).Message
            );
        }

        Assert.Equal(["link", "pipe", "socket"], folder.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Refuses_a_folder_and_no_name()
    {
        Assert.Contains(
            "it is a folder",
            Assert.Throws<GanException>(() => FileReplacement.Write(folder.FullName, _ => { })).Message
        );
        Assert.Contains("empty", Assert.Throws<GanException>(() => FileReplacement.Write(" ", _ => { })).Message);
        Assert.Throws<GanException>(() => FileReplacement.Write("a\0b", _ => { }));
    }

    private static void Fail(Stream stream, Exception failure)
    {
        stream.WriteByte(7);
        throw failure;
    }
}
