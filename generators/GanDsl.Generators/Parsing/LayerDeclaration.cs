using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>A layer as declared: the attribute and where it stands.</summary>
/// <param name="Layer">The definition, with the declared arguments.</param>
/// <param name="Stage">The attribute list that it stands in, from 0.</param>
/// <param name="Syntax">The attribute in the source.</param>
internal sealed record LayerDeclaration(LayerAttribute Layer, int Stage, AttributeSyntax Syntax)
{
    /// <summary>The layer as the user typed it.</summary>
    public string Text => Syntax.ToString();

    /// <summary>Where an argument stands, or the attribute when it is not typed.</summary>
    public Location LocationOf(string? argument) => AttributeSyntaxReader.LocationOf(Syntax, argument);
}
