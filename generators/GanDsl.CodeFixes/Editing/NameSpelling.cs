using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.CodeFixes.Editing;

/// <summary>
/// Writes the names of GanDsl as they are understood where they are put: as short as the user's own, with a namespace or an alias
/// where the user needed one.
/// </summary>
internal sealed class NameSpelling(SemanticModel model)
{
    /// <summary>An attribute, such as <c>Linear(1)</c>, as it is written beside another.</summary>
    public string Of(string attribute, AttributeSyntax beside) =>
        Of(attribute, beside.SpanStart, [QualifierOf(beside)]);

    /// <summary>An attribute as it is written on a class.</summary>
    public string Of(string attribute, TypeDeclarationSyntax on) =>
        Of(attribute, on.SpanStart, on.AttributeLists.SelectMany(list => list.Attributes).Select(QualifierOf));

    /// <summary>The value of an argument, such as <c>GanLoss.NonSaturating</c>, as it is written in an attribute.</summary>
    public string OfValue(string value, AttributeSyntax inside) =>
        Qualified(SyntaxFactory.ParseExpression(value), inside.SpanStart, Qualifiers([QualifierOf(inside)])).ToString();

    private string Of(string source, int position, IEnumerable<string> typed)
    {
        var qualifiers = Qualifiers(typed);
        var attribute = Qualified(Parse(source), position, qualifiers);
        var suffixes = new[] { "", nameof(Attribute) };
        var names = qualifiers.SelectMany(qualifier => suffixes.Select(suffix => qualifier + attribute.Name + suffix));
        var spelled = names.Select(name => attribute.WithName(SyntaxFactory.ParseName(name)));
        return (spelled.FirstOrDefault(each => IsUnderstood(each, position)) ?? attribute).ToString();
    }

    /// <summary>The enumerations of values get the first qualifier with which they are understood.</summary>
    private T Qualified<T>(T node, int position, IReadOnlyList<string> qualifiers)
        where T : SyntaxNode =>
        node.ReplaceNodes(
            node.DescendantNodesAndSelf()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(access => access.Expression is IdentifierNameSyntax),
            (access, _) =>
                qualifiers
                    .Select(qualifier => SyntaxFactory.ParseExpression(qualifier + access))
                    .FirstOrDefault(each => IsUnderstood(each, position))
                ?? access
        );

    private bool IsUnderstood(AttributeSyntax attribute, int position)
    {
        var info = model.GetSpeculativeSymbolInfo(position, attribute);
        var symbol =
            info.CandidateReason == CandidateReason.OverloadResolutionFailure
                ? info.CandidateSymbols.FirstOrDefault()
                : info.Symbol;
        return IsOfGanDsl(symbol?.ContainingType);
    }

    private bool IsUnderstood(ExpressionSyntax value, int position) =>
        IsOfGanDsl(
            model
                .GetSpeculativeSymbolInfo(position, value, SpeculativeBindingOption.BindAsExpression)
                .Symbol?.ContainingType
        );

    private static bool IsOfGanDsl(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: nameof(GanDsl), ContainingNamespace.IsGlobalNamespace: true };

    private static IReadOnlyList<string> Qualifiers(IEnumerable<string> typed) =>
        [.. typed, "", $"{nameof(GanDsl)}.", $"global::{nameof(GanDsl)}."];

    /// <summary>What stands before the last name: <c>GanDsl.</c> of <c>[GanDsl.Tanh]</c>.</summary>
    private static string QualifierOf(AttributeSyntax attribute) =>
        attribute.Name switch
        {
            QualifiedNameSyntax name => $"{name.Left}.",
            AliasQualifiedNameSyntax name => $"{name.Alias}::",
            _ => "",
        };

    private static AttributeSyntax Parse(string source) =>
        SyntaxFactory.ParseCompilationUnit($"[assembly: {source}]").AttributeLists[0].Attributes[0];
}
