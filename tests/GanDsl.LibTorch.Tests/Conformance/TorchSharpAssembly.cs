using System.Reflection;
using System.Runtime.Loader;

namespace GanDsl.LibTorch.Tests.Conformance;

/// <summary>The TorchSharp package's assembly, where this machine has one; its native libraries are not needed.</summary>
internal static class TorchSharpAssembly
{
    public const string Variable = "TORCHSHARP_ASSEMBLY";

    public static string? Location { get; } = FromVariable() ?? FromPackages();

    /// <summary>Loads the assembly beside the one under test, which has types of the same names.</summary>
    public static Assembly Load()
    {
        var context = new AssemblyLoadContext("TorchSharp package", isCollectible: false);
        var folder = Path.GetDirectoryName(Location)!;
        context.Resolving += (_, name) =>
            Path.Combine(folder, $"{name.Name}.dll") is var file && File.Exists(file)
                ? context.LoadFromAssemblyPath(file)
                : null;
        return context.LoadFromAssemblyPath(Location!);
    }

    private static string? FromVariable() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? File.Exists(path)
                ? Path.GetFullPath(path)
                : throw new FileNotFoundException($"{Variable} is '{path}', but there is no such file.", path)
            : null;

    private static string? FromPackages()
    {
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = new DirectoryInfo(Path.Combine(packages, "torchsharp"));
        return folder.Exists
            ? folder
                .EnumerateDirectories()
                .Where(version => Version.TryParse(version.Name, out var parsed) && parsed >= new Version(0, 105))
                .OrderBy(version => Version.Parse(version.Name))
                .SelectMany(version => version.EnumerateFiles("TorchSharp.dll", SearchOption.AllDirectories))
                .LastOrDefault(file =>
                    file.Directory!.Name.StartsWith("net", StringComparison.Ordinal)
                    && !file.Directory.Name.StartsWith("netstandard", StringComparison.Ordinal)
                )
                ?.FullName
            : null;
    }
}
