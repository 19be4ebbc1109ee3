using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>A network as declared.</summary>
/// <param name="Role">"generator" or "discriminator".</param>
/// <param name="Symbol">The nested class.</param>
/// <param name="Stack">Its layers.</param>
/// <param name="Optimizer">Its own optimiser, where it has one.</param>
internal sealed record NetworkDeclaration(
    string Role,
    INamedTypeSymbol Symbol,
    StackDeclaration Stack,
    OptimizerAttribute? Optimizer
)
{
    /// <summary>Who can see the class: as declared, and everybody where nothing is declared.</summary>
    public string Accessibility =>
        Symbol
            .DeclaringSyntaxReferences.Select(part => part.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .Any(HasAccessibility)
            ? SyntaxFacts.GetText(Symbol.DeclaredAccessibility)
            : "public";

    private static bool HasAccessibility(TypeDeclarationSyntax part) =>
        part.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()));
}
