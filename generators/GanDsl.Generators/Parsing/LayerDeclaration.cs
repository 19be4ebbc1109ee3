using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>A layer as declared: the attribute and where it stands.</summary>
/// <param name="Layer">The definition, with the declared arguments.</param>
/// <param name="DeclaredName">The declared name of its module.</param>
/// <param name="Stage">The attribute list that it stands in, from 0.</param>
/// <param name="Syntax">The attribute in the source.</param>
/// <param name="Within">The use of the block that it stands in; null where it stands on a network.</param>
internal sealed record LayerDeclaration(
    LayerAttribute Layer,
    string? DeclaredName,
    int Stage,
    AttributeSyntax Syntax,
    Place? Within
) : PartDeclaration(Stage, Syntax, Within)
{
    public override string Kind => Layer.Kind;

    public override string? Name => DeclaredName;

    public override string NameStem => Layer.NameStem;
}
