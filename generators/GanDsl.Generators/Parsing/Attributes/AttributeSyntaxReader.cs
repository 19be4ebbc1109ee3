using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Finds arguments of an attribute in the source.</summary>
internal static class AttributeSyntaxReader
{
    /// <summary>What can follow the name of an argument of several dimensions, which stands for all of them without it.</summary>
    private static readonly string[] Dimensions = ["", .. Axes.NamesOf(3)];

    /// <summary>The attribute as it is typed, in one line: without brackets and comments, with usual spaces.</summary>
    public static string TextOf(SyntaxNode attribute) =>
        attribute
            .ReplaceTrivia(attribute.DescendantTrivia(), (_, _) => SyntaxFactory.ElasticMarker)
            .NormalizeWhitespace(indentation: "", eol: " ")
            .ToString();

    /// <summary>The same of an attribute on a class; null for one of another assembly.</summary>
    public static string? TextOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax ? TextOf(syntax) : null;

    /// <summary>Where an attribute on a class stands, or one of its arguments; the class for one of another assembly.</summary>
    public static Location LocationOf(
        AttributeData attribute,
        INamedTypeSymbol type,
        string? argument,
        CancellationToken cancellation
    ) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? LocationOf(syntax, argument)
            : type.Locations[0];

    /// <summary>Where the argument stands; the attribute itself when the argument is not typed or is null.</summary>
    public static Location LocationOf(AttributeSyntax attribute, string? argument)
    {
        var typed = argument is null
            ? null
            : attribute.ArgumentList?.Arguments.FirstOrDefault(each => IsNamed(each, argument));
        return (typed ?? (SyntaxNode)attribute).GetLocation();
    }

    /// <summary>Whether the argument is typed by name, for all dimensions (<c>Stride</c>) or for one (<c>StrideHeight</c>).</summary>
    private static bool IsNamed(AttributeArgumentSyntax argument, string name)
    {
        var typed = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
        return typed is not null && Dimensions.Any(dimension => typed == name + dimension);
    }
}
