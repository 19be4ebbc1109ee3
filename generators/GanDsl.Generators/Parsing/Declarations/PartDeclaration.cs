using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>A part of a stack as declared: a layer, or the use of a block.</summary>
/// <param name="Name">The declared name of its module, if any.</param>
/// <param name="Stage">The attribute list that it stands in, from 0.</param>
/// <param name="Syntax">The attribute in the source.</param>
/// <param name="Within">The use of the block that it stands in; null where it stands on a network.</param>
internal abstract record PartDeclaration(string? Name, int Stage, AttributeSyntax Syntax, Place? Within)
{
    /// <summary>What stands directly after it and holds for it alone.</summary>
    public Modifiers Modifiers { get; init; } = Modifiers.None;

    /// <summary>What the user types, such as <c>Conv2d</c>, or the name of the block or module.</summary>
    public abstract string Kind { get; }

    /// <summary>The default name of its module without its number.</summary>
    public abstract string NameStem { get; }

    public Place Place => Place.Of(Syntax, Within);

    /// <summary>The part as the user typed it.</summary>
    public string Text => Place.Text;

    /// <summary>Where an argument stands, or the attribute when it is not typed.</summary>
    public Location LocationOf(string? argument) =>
        Within?.Location ?? AttributeSyntaxReader.LocationOf(Syntax, argument);

    /// <summary>Mends with the attribute that they edit; none in a block, whose other uses need not have the mistake.</summary>
    public IEnumerable<PlacedMend> Placed(IEnumerable<Mend> mends) =>
        Within is null ? mends.Select(mend => new PlacedMend(mend, Syntax.GetLocation())) : [];
}
