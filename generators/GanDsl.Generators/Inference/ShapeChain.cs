using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>The inferred shapes as one line for a message, with a mark at the layer at fault: <c>latents [N, 64] → ✗ Linear [N, 100]</c>.</summary>
internal static class ShapeChain
{
    /// <summary>The shapes of a network up to what stopped its inference.</summary>
    public static string Of(NetworkRole role, InferredStack stack) =>
        Line(role, [.. stack.Parts.Select(Known), .. Faulty(stack)]);

    /// <summary>The shapes of a network with a mark at a layer or block.</summary>
    public static string Of(NetworkRole role, IReadOnlyList<InferredPart> parts, PartDeclaration fault) =>
        Line(role, parts.Select(part => Marked(part, fault)));

    private static string Line(NetworkRole role, IEnumerable<string> steps) =>
        "Shapes: " + string.Join(" → ", steps.Prepend($"{role.InputName} {role.Input}"));

    private static string Known(InferredPart part) => $"{part.Model.Kind} {part.Output}";

    private static string Marked(InferredPart part, PartDeclaration fault) =>
        ReferenceEquals(part.Declared, fault) ? $"✗ {Known(part)}"
        : part is InferredBlock block && block.Layers.Any(layer => ReferenceEquals(layer.Declared, fault))
            ? $"{part.Model.Kind} ({string.Join(" → ", Inside(block).Select(each => Marked(each, fault)))}) {part.Output}"
        : Known(part);

    private static IEnumerable<InferredPart> Inside(InferredBlock block) =>
        block.Shortcut is null ? block.Parts : block.Parts.Append(block.Shortcut);

    /// <summary>The part at fault, and in a block what is known of its layers.</summary>
    private static IEnumerable<string> Faulty(InferredStack stack) =>
        stack.Fault is not { } fault ? []
        : fault.Inner is { } inner
            ?
            [
                $"{(inner.Fault is null ? "✗ " : "")}{fault.Part.Kind} ("
                    + string.Join(" → ", inner.Parts.Select(Known).Concat(Faulty(inner)))
                    + ")",
            ]
        : [$"✗ {fault.Part.Kind}"];
}
