using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>Checks that the project's language can read what is emitted.</summary>
internal static class LanguageVersionCheck
{
    /// <summary>The first with collection expressions and primary constructors of classes, which emitted code uses.</summary>
    private const LanguageVersion Least = LanguageVersion.CSharp12;

    public static void Check(INamedTypeSymbol symbol, Reading reading)
    {
        var tree = symbol.DeclaringSyntaxReferences[0].SyntaxTree;
        if (tree.Options is CSharpParseOptions { LanguageVersion: var found } && found < Least)
        {
            reading.Add(
                new(
                    Rule.LanguageVersion,
                    symbol.Locations[0],
                    $"{symbol.Name} is compiled as C# {found.ToDisplayString()}, but the code that is generated for it needs C# "
                        + $"{Least.ToDisplayString()} or later; set <LangVersion>latest</LangVersion> in the project"
                )
            );
        }
    }
}
