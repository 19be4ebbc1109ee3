using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>
/// Tells the files that this generator adds from the user's. The analyzer sees both and has to judge what the generator judged, which
/// saw the user's alone.
/// </summary>
internal static class GeneratedFiles
{
    /// <summary>The folder that the compiler gives the files of a generator.</summary>
    private static readonly string Folder = typeof(GanGenerator).FullName!;

    public static bool Contain(SyntaxTree? tree) => tree is not null && tree.FilePath.Split('/', '\\').Contains(Folder);
}
