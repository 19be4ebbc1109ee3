using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>Names as C# source text.</summary>
internal static class Identifier
{
    public static bool IsValid(string name) => SyntaxFacts.IsValidIdentifier(name);

    /// <summary>The name, with @ where it is a keyword, if only in some places: a property of type <c>record</c> reads as a record.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;
}
