using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Finds arguments of an attribute in the source.</summary>
internal static class AttributeSyntaxReader
{
    private static readonly string[] Dimensions = ["", "Height", "Width"];

    /// <summary>Where the argument stands; the attribute itself when the argument is not typed or is null.</summary>
    public static Location LocationOf(AttributeSyntax attribute, string? argument)
    {
        var typed = argument is null
            ? null
            : attribute.ArgumentList?.Arguments.FirstOrDefault(each => IsNamed(each, argument));
        return (typed ?? (SyntaxNode)attribute).GetLocation();
    }

    /// <summary>Whether the argument is typed by name, for both dimensions (<c>Stride</c>) or for one (<c>StrideHeight</c>).</summary>
    private static bool IsNamed(AttributeArgumentSyntax argument, string name)
    {
        var typed = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
        return typed is not null && Dimensions.Any(dimension => typed == name + dimension);
    }
}
