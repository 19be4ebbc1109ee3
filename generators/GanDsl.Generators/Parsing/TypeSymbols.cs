using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>What Roslyn knows of a class, in the form in which parsers ask for it.</summary>
internal static class TypeSymbols
{
    /// <summary>The parts of a class in the source, those that are generated among them.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellation) =>
        type
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>();

    /// <summary>The type and those that it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol? type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }
}
