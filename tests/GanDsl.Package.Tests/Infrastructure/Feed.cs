namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>
/// A folder outside of the repository in which the packages of GanDsl come out of a feed of their own, into a cache of its own, and all
/// others out of the cache of the machine; made once for all of the tests that use it.
/// </summary>
public sealed class Feed : IDisposable
{
    private static readonly string[] Projects =
    [
        "GanDsl",
        "GanDsl.CommandLine",
        "GanDsl.Media",
        "GanDsl.Interactive",
        "GanDsl.PyTorch",
        "GanDsl.Tables",
        "GanDsl.ToyData",
        "GanDsl.Templates",
    ];

    private readonly TemporaryFolder folder = new();

    public Feed()
    {
        if (!LinuxFactAttribute.IsHere)
        {
            return;
        }

        var projects = Projects.Select(project => Path.Combine(Repository.Folder, "src", project, $"{project}.csproj"));
        folder.Write(
            "Pack.proj",
            $"""
            <Project>
              <Target Name="Pack">
                <MSBuild
                  Projects="{string.Join(';', projects)}"
                  Targets="Pack"
                  Properties="Configuration={Repository.Configuration};NoBuild=true;PackageOutputPath={PackagesFolder}"
                />
              </Target>
            </Project>
            """
        );
        Dotnet.Run(Folder, "msbuild", "Pack.proj", "-nologo", "-verbosity:minimal");
        Directory.CreateDirectory(folder.File("data"));
        LinkOtherPackages();
        folder.Write(
            "NuGet.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{folder.File("cache")}" /></config>
              <packageSources><clear /><add key="feed" value="{PackagesFolder}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{OtherPackages}" /></fallbackPackageFolders>
            </configuration>
            """
        );
        // What the tests build goes for this platform alone, and is linked, not copied.
        folder.Write(
            "Directory.Build.props",
            """
            <Project>
              <PropertyGroup>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
                <CreateHardLinksForPublishFilesIfPossible>true</CreateHardLinksForPublishFilesIfPossible>
              </PropertyGroup>
            </Project>
            """
        );
    }

    public string Folder => folder.Path;

    /// <summary>Where the packages are.</summary>
    public string PackagesFolder => folder.File("feed");

    /// <summary>The cache of the machine without packages of GanDsl, such as somebody has who has tried them: those would be taken first.</summary>
    public string OtherPackages => folder.File("machine");

    /// <summary>The version of the packages.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package("GanDsl"))["GanDsl.".Length..];

    /// <summary>The file of a package.</summary>
    public string Package(string id) =>
        Directory
            .GetFiles(PackagesFolder, $"{id}.*.nupkg")
            .Single(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));

    /// <summary>Whether a package of ours came out of the feed, and not from elsewhere.</summary>
    public bool WasTaken(string id) => Directory.Exists(folder.File($"cache/{id.ToLowerInvariant()}"));

    /// <summary>Calls dotnet in a folder of the feed's, with all that it keeps for a user kept here.</summary>
    public string Run(string project, params string[] arguments) =>
        Dotnet.Run(folder.File(project), [("XDG_DATA_HOME", folder.File("data"))], arguments);

    public void Dispose() => folder.Dispose();

    private void LinkOtherPackages()
    {
        Directory.CreateDirectory(OtherPackages);
        var others = Directory
            .GetDirectories(Repository.Packages)
            .Where(path => !Path.GetFileName(path).StartsWith("gandsl", StringComparison.OrdinalIgnoreCase));
        foreach (var package in others)
        {
            Directory.CreateSymbolicLink(Path.Combine(OtherPackages, Path.GetFileName(package)), package);
        }
    }
}
