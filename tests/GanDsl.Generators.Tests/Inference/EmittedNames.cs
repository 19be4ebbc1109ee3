using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Tests.Inference;

/// <summary>The names that emitted networks use, other than those of their own fields and of types in the place of types.</summary>
internal static class EmittedNames
{
    public static IEnumerable<string> OfNetworks(string declaration)
    {
        var run = GeneratorRun.On(declaration);
        return run
            .Sources.Where(source =>
                source.HintName.EndsWith("tor.g.cs", StringComparison.Ordinal)
                || source.HintName.EndsWith(".Onnx.g.cs", StringComparison.Ordinal)
            )
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Where(type => type.BaseList is not null || IsInGraph(type))
            .SelectMany(network =>
                Locals(network).Concat(SimpleNames(network, run.Output.GetSemanticModel(network.SyntaxTree)))
            );
    }

    private static bool IsInGraph(ClassDeclarationSyntax type) =>
        type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText == "ToOnnx");

    private static IEnumerable<string> Locals(ClassDeclarationSyntax network) =>
        network
            .DescendantNodes()
            .OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(statement => statement.Declaration.Variables)
            .Select(variable => variable.Identifier.ValueText);

    private static IEnumerable<string> SimpleNames(ClassDeclarationSyntax network, SemanticModel model) =>
        network
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => !SyntaxFacts.IsInTypeOnlyContext(name) && !IsQualified(name))
            .Where(name => !ClassesOf(network).Contains(name.Identifier.ValueText))
            .Where(name =>
                model.GetSymbolInfo(name).Symbol is not (null or IFieldSymbol { IsStatic: false }) and var symbol
                && !IsOfLambda(symbol)
            )
            .Select(name => name.Identifier.ValueText);

    /// <summary>The parameter of a lambda stands in front of a field of the same name, where it is meant.</summary>
    private static bool IsOfLambda(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod } };

    /// <summary>The names of the network and of its blocks, which no field gets.</summary>
    private static IEnumerable<string> ClassesOf(ClassDeclarationSyntax network) =>
        network.DescendantNodesAndSelf().OfType<ClassDeclarationSyntax>().Select(type => type.Identifier.ValueText);

    private static bool IsQualified(IdentifierNameSyntax name) =>
        name.Parent is NameColonSyntax or AliasQualifiedNameSyntax
        || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
        || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);
}
