using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Inference;

/// <summary>Names as C# source text.</summary>
internal static class Identifier
{
    /// <summary>The name, with @ where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
