using System.Runtime.CompilerServices;

namespace GanDsl.Generators.Tests.Infrastructure;

/// <summary>The accepted output, in the folder Snapshots.</summary>
internal static class AcceptedSnapshots
{
    /// <summary>Set by <c>./build.sh accept</c>: what is generated now becomes what is accepted.</summary>
    public static bool AreBeingWritten => Environment.GetEnvironmentVariable("GANDSL_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>The names of all accepted files.</summary>
    public static IEnumerable<string> Files([CallerFilePath] string thisFile = "") =>
        Directory.GetFiles(Folder(thisFile), "*.verified.*").Select(path => Path.GetFileName(path)!);

    /// <summary>The folder, from a source file in a folder beside it.</summary>
    public static string Folder(string sourceFile) =>
        Path.Combine(Path.GetDirectoryName(sourceFile)!, "..", "Snapshots");
}
