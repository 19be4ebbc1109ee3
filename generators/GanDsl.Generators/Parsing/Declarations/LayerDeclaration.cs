using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>A layer as declared: the attribute and where it stands.</summary>
/// <param name="Layer">The definition, with the declared arguments.</param>
/// <param name="Name">The declared name of its module, if any.</param>
/// <param name="Stage">The attribute list that it stands in, from 0.</param>
/// <param name="Syntax">The attribute in the source.</param>
/// <param name="Within">The use of the block that it stands in; null where it stands on a network.</param>
internal sealed record LayerDeclaration(
    LayerAttribute Layer,
    string? Name,
    int Stage,
    AttributeSyntax Syntax,
    Place? Within
) : PartDeclaration(Name, Stage, Syntax, Within)
{
    public override string Kind => Layer.Kind;

    public override string NameStem => Layer.NameStem;
}
