using System.Reflection;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>Where things are, as the build of this project found them.</summary>
internal static class Repository
{
    public static string Folder => Value("Repository");

    public static string Configuration => Value("Configuration");

    public static string TasksFolder =>
        Path.Combine(Folder, "src", "GanDsl.Build", "bin", Configuration, "net10.0") + "/";

    public static string LibraryOfGanDsl =>
        Path.Combine(Folder, "src", "GanDsl", "bin", Configuration, "net10.0", "GanDsl.dll");

    public static string Targets => Path.Combine(Folder, "src", "GanDsl", "buildTransitive", "GanDsl.targets");

    /// <summary>NuGet's cache.</summary>
    public static string Packages => Value("Packages");

    /// <summary>TorchSharp's library for Linux, in NuGet's cache: only to be read.</summary>
    public static string Library =>
        Path.Combine(Value("TorchSharp"), "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    /// <summary>The hash of <see cref="Library"/> in TorchSharp 0.107.0, which no build may change.</summary>
    public const string LibraryHash = "cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8";

    public static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    /// <summary>The version of a package that the repository uses.</summary>
    public static string VersionOf(string package) =>
        XDocument
            .Load(Path.Combine(Folder, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(element => element.Attribute("Include")!.Value == package)
            .Attribute("Version")!
            .Value;

    private static string Value(string key) =>
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!.TrimEnd('/', '\\');
}
