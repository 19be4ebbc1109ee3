using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Which layers the modifiers of each place are for.</summary>
internal static class ModifierScopes
{
    public static IEnumerable<(Modifiers Modifiers, IReadOnlyList<InferredLayer> Layers)> Of(
        InferredNetwork network,
        NetworkDeclaration declaration
    ) => OfParts(network.Parts).Prepend((declaration.Stack.Modifiers, network.Layers));

    private static IEnumerable<(Modifiers Modifiers, IReadOnlyList<InferredLayer> Layers)> OfParts(
        IEnumerable<InferredPart> parts
    ) =>
        parts.SelectMany(part =>
            (part is InferredBlock block ? OfBlock(block) : []).Prepend((part.Declared.Modifiers, [.. part.Layers]))
        );

    private static IEnumerable<(Modifiers Modifiers, IReadOnlyList<InferredLayer> Layers)> OfBlock(
        InferredBlock block
    ) =>
        OfParts(block.Shortcut is null ? block.Parts : block.Parts.Append(block.Shortcut))
            .Prepend((block.Use.Block.Stack.Modifiers, [.. block.Layers]));
}
