using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Asks the compiler what an expression means where it will be emitted, inside the class of a GAN.</summary>
internal static class EmittedExpression
{
    /// <summary>What it refers to, or why it refers to nothing.</summary>
    public static SymbolInfo Symbol(string expression, INamedTypeSymbol gan, Compilation compilation) =>
        Model(gan, compilation, out var place)
            .GetSpeculativeSymbolInfo(
                place,
                SyntaxFactory.ParseExpression(expression),
                SpeculativeBindingOption.BindAsExpression
            );

    /// <summary>The type of its value; null where it has none.</summary>
    public static ITypeSymbol? Type(string expression, INamedTypeSymbol gan, Compilation compilation) =>
        Model(gan, compilation, out var place)
            .GetSpeculativeTypeInfo(
                place,
                SyntaxFactory.ParseExpression(expression),
                SpeculativeBindingOption.BindAsExpression
            )
            .Type;

    private static SemanticModel Model(INamedTypeSymbol gan, Compilation compilation, out int place)
    {
        var declaration = (TypeDeclarationSyntax)gan.DeclaringSyntaxReferences[0].GetSyntax();
        place = declaration.OpenBraceToken.Span.End;
        return compilation.GetSemanticModel(declaration.SyntaxTree);
    }
}
