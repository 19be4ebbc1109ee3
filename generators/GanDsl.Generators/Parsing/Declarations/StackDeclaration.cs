namespace GanDsl.Generators.Parsing;

/// <summary>The layers of a network or a block as declared.</summary>
/// <param name="Parts">Its layers and uses in the order of the source; up to the first one that cannot be read.</param>
/// <param name="IsReadable">Whether these are all.</param>
/// <param name="Modifiers">What stands before the first layer and holds for all of them.</param>
internal sealed record StackDeclaration(IReadOnlyList<PartDeclaration> Parts, bool IsReadable, Modifiers Modifiers)
{
    public static StackDeclaration Unreadable { get; } = new([], false, Modifiers.None);
}
