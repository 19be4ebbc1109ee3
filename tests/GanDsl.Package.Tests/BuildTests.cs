using GanDsl.Build;
using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>The targets of the package in real builds of an application that runs.</summary>
public sealed class BuildTests(Application application) : IClassFixture<Application>
{
    private const string Said = "The sum is 3.\n";
    private static readonly string[] ForLinux = ["--runtime", "linux-x64"];

    [LinuxFact]
    public void A_build_for_one_platform_runs_is_repeatable_and_can_be_moved()
    {
        var output = application.Make("build", "one", ForLinux);
        AssertChanged(Path.Combine(output, "libLibTorchSharp.so"));
        AssertRuns(Path.Combine(output, "App.dll"));

        var before = FilesOf(output);
        application.Make("build", "one", ForLinux);
        Assert.Equal(before, FilesOf(output));

        var elsewhere = Path.Combine(application.Folder, "elsewhere");
        Directory.Move(output, elsewhere);
        AssertRuns(Path.Combine(elsewhere, "App.dll"));
    }

    [LinuxFact]
    public void A_build_for_all_platforms_runs()
    {
        var output = application.Make("build", "all");

        AssertChanged(Path.Combine(output, "runtimes/linux-x64/native/libLibTorchSharp.so"));
        AssertRuns(Path.Combine(output, "App.dll"));
    }

    [LinuxFact]
    public void What_is_published_runs()
    {
        var output = application.Make("publish", "published", ForLinux);

        AssertChanged(Path.Combine(output, "libLibTorchSharp.so"));
        AssertRuns(Path.Combine(output, "App.dll"));
    }

    [LinuxFact]
    public void What_is_published_as_one_file_runs()
    {
        var output = application.Make("publish", "single", [.. ForLinux, "-p:PublishSingleFile=true"]);

        AssertChanged(Path.Combine(output, "libLibTorchSharp.so"));
        Assert.False(File.Exists(Path.Combine(output, "App.dll")));
        Assert.Equal(Said, Dotnet.RunFile(Path.Combine(output, "App")));
    }

    [LinuxFact]
    public void A_build_over_links_to_the_cache_does_not_write_through_them()
    {
        var output = application.Make("build", "links", [.. ForLinux, "-p:AllowOldLibstdcxx=never"]);
        var library = Path.Combine(output, "libLibTorchSharp.so");
        Assert.Equal(Repository.LibraryHash, Repository.HashOf(library));

        // As TorchSharp ships it, the library loads where libstdc++ is new enough, and only there.
        Assert.Equal(
            OldLibstdcxx.HasVersion(OldLibstdcxx.OfThisMachine()!)
                ? (0, Said)
                : (
                    1,
                    "TorchSharp's native library asks for a newer libstdc++ than this machine has (GLIBCXX_3.4.32); build the program with "
                        + "the property AllowOldLibstdcxx set to always, or install the libstdc++ of GCC 13.\n"
                ),
            Dotnet.TryAssembly(Path.Combine(output, "App.dll"))
        );

        application.Make("build", "links", [.. ForLinux, "-p:CreateHardLinksForCopyLocalIfPossible=false"]);
        AssertChanged(library);
    }

    [LinuxFact]
    public void Where_libraries_are_missing_the_program_says_so_in_one_sentence()
    {
        var output = application.Make("build", "incomplete", ForLinux);
        File.Delete(Path.Combine(output, "libtorch_cpu.so"));

        // Without NuGet's cache, in which TorchSharp looks too.
        var nowhere = Path.Combine(application.Folder, "nowhere");
        Assert.Equal(
            (
                1,
                $"TorchSharp's native library is not beside the program; add the package TorchSharp-cpu {Repository.VersionOf("TorchSharp-cpu")} to "
                    + "the project that is run, or TorchSharp-cuda-linux or TorchSharp-cuda-windows of that version for a GPU.\n"
            ),
            Dotnet.TryAssembly(Path.Combine(output, "App.dll"), ("NUGET_PACKAGES", nowhere), ("HOME", nowhere))
        );
    }

    private static void AssertRuns(string assembly)
    {
        Assert.Equal((0, Said), Dotnet.TryAssembly(assembly));
        // Where TorchSharp does not find its libraries at once, it copies them into such a folder.
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "cpu")));
    }

    /// <summary>The library is TorchSharp's but for the flag, and TorchSharp's in NuGet's cache is as it was.</summary>
    private static void AssertChanged(string library)
    {
        Assert.Equal(Repository.LibraryHash, Repository.HashOf(Repository.Library));
        var expected = File.ReadAllBytes(Repository.Library);
        Assert.True(OldLibstdcxx.Allow(expected));
        Assert.True(File.ReadAllBytes(library).AsSpan().SequenceEqual(expected), $"{library} is not the changed copy.");
    }

    private static List<(string Name, long Length, DateTime Time)> FilesOf(string folder) =>
        [
            .. new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc))
                .Order(),
        ];
}
