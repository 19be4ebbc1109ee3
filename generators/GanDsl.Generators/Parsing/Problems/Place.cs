using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>
/// What messages call an attribute, and where they are reported: at the attribute, or for one in a block at the use of that block in the
/// network, since a block that fits elsewhere need not fit here.
/// </summary>
internal sealed record Place(string Text, Location Location)
{
    /// <param name="attribute">The attribute.</param>
    /// <param name="within">The use of the block that it stands in; null where it stands on a network.</param>
    public static Place Of(AttributeSyntax attribute, Place? within) =>
        within is null
            ? new(AttributeSyntaxReader.TextOf(attribute), attribute.GetLocation())
            : new($"{AttributeSyntaxReader.TextOf(attribute)} in {within.Text}", within.Location);
}
