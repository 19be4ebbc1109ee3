using System.Runtime.CompilerServices;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The files that people read, where they stand in the repository.</summary>
internal static class Repository
{
    public static string PathOf(string file, [CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", file));

    public static string Read(string file) => File.ReadAllText(PathOf(file));
}
