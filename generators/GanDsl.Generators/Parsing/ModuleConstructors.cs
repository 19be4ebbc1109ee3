using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Asks the compiler which constructor of a user's module the arguments of a use are for.</summary>
internal static class ModuleConstructors
{
    /// <summary>Why there is no one constructor for the arguments; null where there is.</summary>
    public static string? Obstacle(
        INamedTypeSymbol module,
        INamedTypeSymbol network,
        IReadOnlyList<ModuleArgument> arguments,
        Compilation compilation
    )
    {
        var name = module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var values = string.Join(", ", arguments.Select(argument => argument.Text));
        var found = Bind($"new {name}({values})", network, compilation);
        var types = string.Join(", ", arguments.Select(argument => argument.Type.ToDisplayString()));
        return found.Symbol is not null ? null
            : found.CandidateReason == CandidateReason.Ambiguous
                ? $"several constructors of {module.Name} take ({types}); make one of them fit better"
            : $"no public or internal constructor of {module.Name} takes ({types}); give the arguments that one takes, in its order";
    }

    /// <summary>What an expression means in the GAN, where its networks stand.</summary>
    private static SymbolInfo Bind(string expression, INamedTypeSymbol network, Compilation compilation)
    {
        var gan = (TypeDeclarationSyntax)network.ContainingType.DeclaringSyntaxReferences[0].GetSyntax();
        return compilation
            .GetSemanticModel(gan.SyntaxTree)
            .GetSpeculativeSymbolInfo(
                gan.OpenBraceToken.Span.End,
                SyntaxFactory.ParseExpression(expression),
                SpeculativeBindingOption.BindAsExpression
            );
    }
}
