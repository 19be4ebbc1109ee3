using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>The use of a block: <c>[Use&lt;UpBlock&gt;(64)]</c>, or the shortcut of a residual block.</summary>
/// <param name="Block">The block, with the arguments of this use.</param>
/// <param name="Name">The declared name of its module, if any.</param>
/// <param name="Stage">The attribute list that it stands in, from 0.</param>
/// <param name="Syntax">The attribute in the source.</param>
/// <param name="Within">The use of the block that it stands in; null where it stands on a network.</param>
internal sealed record BlockUse(BlockDeclaration Block, string? Name, int Stage, AttributeSyntax Syntax, Place? Within)
    : PartDeclaration(Name, Stage, Syntax, Within)
{
    public override string Kind => Block.Name;

    public override string NameStem => char.ToLowerInvariant(Kind[0]) + Kind.Substring(1);
}
