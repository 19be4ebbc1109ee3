using System.Text;
using GanDsl.Build;
using GanDsl.Package.Tests.Infrastructure;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GanDsl.Package.Tests;

/// <summary>The task of the build, alone.</summary>
public sealed class AllowOldLibstdcxxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingBuild build = new();
    private readonly byte[] content = SyntheticElf.Write([(OldLibstdcxx.Version, ["_ZSt21ios_base_library_initv"])]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void With_an_older_libstdcxx_a_copy_takes_the_place_of_the_library()
    {
        var library = Library("libLibTorchSharp.so", content);

        var task = Run("GLIBCXX_3.4.31\0", library);

        Assert.Same(library, Assert.Single(task.Replaced));
        var copy = Assert.Single(task.Copies);
        Assert.Equal(
            Path.GetFullPath(folder.File("copies/runtimes/linux-x64/native/libLibTorchSharp.so")),
            Path.GetFullPath(copy.ItemSpec)
        );
        Assert.Equal("native", copy.GetMetadata("AssetType"));
        Assert.False(OldLibstdcxx.Allow(File.ReadAllBytes(copy.ItemSpec)));
        Assert.Equal(content, File.ReadAllBytes(library.ItemSpec));
        Assert.Empty(build.Sentences);
    }

    [Fact]
    public void With_a_new_libstdcxx_nothing_is_done()
    {
        var task = Run("GLIBCXX_3.4.32\0", Library("libLibTorchSharp.so", content));

        Assert.Empty(task.Copies);
        Assert.Empty(task.Replaced);
        Assert.False(Directory.Exists(folder.File("copies")));
    }

    [Fact]
    public void Always_means_with_a_new_libstdcxx_too()
    {
        var task = Run("GLIBCXX_3.4.32\0", Library("libLibTorchSharp.so", content), always: true);

        Assert.Single(task.Copies);
    }

    [Fact]
    public void A_copy_that_is_right_is_not_written_again_and_one_that_is_not_is()
    {
        var library = Library("libLibTorchSharp.so", content);
        var copy = Run("", library).Copies[0].ItemSpec;
        var right = File.ReadAllBytes(copy);
        File.SetLastWriteTimeUtc(copy, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Run("", library);
        Assert.Equal(2020, File.GetLastWriteTimeUtc(copy).Year);

        File.WriteAllBytes(copy, [1, 2, 3]);
        Run("", library);
        Assert.Equal(right, File.ReadAllBytes(copy));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(copy)!));
    }

    [LinuxFact]
    public void Who_has_a_link_to_an_outdated_copy_keeps_what_it_links_to()
    {
        var library = Library("libLibTorchSharp.so", content);
        var copy = folder.File("copies/runtimes/linux-x64/native/libLibTorchSharp.so");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.WriteAllBytes(copy, [1, 2, 3]);
        using var reader = File.OpenRead(copy);

        Run("", library);

        Assert.Equal(3, reader.Length);
        Assert.Equal(content.Length, new FileInfo(copy).Length);
    }

    [Fact]
    public void What_is_not_the_expected_file_is_left_alone_with_a_sentence()
    {
        var text = Library("a/libLibTorchSharp.so", "not a library"u8.ToArray());
        var needsMore = Library("b/libLibTorchSharp.so", SyntheticElf.Write([(OldLibstdcxx.Version, ["_ZSt4cout"])]));
        var missing = new TaskItem(folder.File("c/libLibTorchSharp.so"));
        var good = Library("d/libLibTorchSharp.so", content);

        var task = Run("", text, needsMore, missing, good);

        Assert.Same(good, Assert.Single(task.Replaced));
        const string advice =
            "If it does not load with the libstdc++ of the machine that it runs on, install that of GCC 13 or later there.";
        Assert.Equal(3, build.Sentences.Count);
        Assert.Equal(
            $"GanDsl left {text.ItemSpec} as it is: it is not a 64-bit little-endian ELF file. {advice}",
            build.Sentences[0]
        );
        Assert.Equal(
            $"GanDsl left {needsMore.ItemSpec} as it is: it really needs GLIBCXX_3.4.32, for the symbol _ZSt4cout. {advice}",
            build.Sentences[1]
        );
        Assert.StartsWith($"GanDsl left {missing.ItemSpec} as it is: ", build.Sentences[2], StringComparison.Ordinal);
        Assert.Empty(build.Errors);
    }

    [Fact]
    public void A_libstdcxx_that_is_named_and_is_not_there_is_an_error()
    {
        var task = new AllowOldLibstdcxx
        {
            BuildEngine = build,
            Libraries = [Library("libLibTorchSharp.so", content)],
            Folder = folder.File("copies"),
            Libstdcxx = folder.File("missing.so"),
        };

        Assert.False(task.Execute());
        Assert.Equal(
            $"The property GanDslLibstdcxx names {folder.File("missing.so")}, which does not exist. Name a libstdc++.so.6, or leave the "
                + "property out for this machine's.",
            Assert.Single(build.Errors)
        );
    }

    private TaskItem Library(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        var item = new TaskItem(folder.Write(name, bytes));
        item.SetMetadata("AssetType", "native");
        item.SetMetadata("PathInPackage", "runtimes/linux-x64/native/libLibTorchSharp.so");
        return item;
    }

    private AllowOldLibstdcxx Run(string libstdcxx, ITaskItem library, bool always = false) =>
        Run(libstdcxx, always, library);

    private AllowOldLibstdcxx Run(string libstdcxx, params ITaskItem[] libraries) =>
        Run(libstdcxx, always: false, libraries);

    private AllowOldLibstdcxx Run(string libstdcxx, bool always, params ITaskItem[] libraries)
    {
        var task = new AllowOldLibstdcxx
        {
            BuildEngine = build,
            Libraries = libraries,
            Folder = folder.File("copies"),
            Libstdcxx = folder.Write("libstdc++.so.6", Encoding.ASCII.GetBytes(libstdcxx)),
            Always = always,
        };
        Assert.True(task.Execute());
        return task;
    }
}
