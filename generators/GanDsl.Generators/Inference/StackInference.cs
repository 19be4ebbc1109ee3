using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Walks the layers and blocks of a stack from its input.</summary>
internal static class StackInference
{
    /// <param name="stack">The layers.</param>
    /// <param name="input">The shape of its input.</param>
    /// <param name="variable">What the input is called in emitted code.</param>
    /// <param name="names">The names in the class that is emitted for it.</param>
    /// <param name="modifiers">What is declared around it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static InferredStack Infer(
        StackDeclaration stack,
        Shape input,
        string variable,
        LayerNames names,
        Modifiers modifiers,
        CancellationToken cancellation
    )
    {
        var parts = new List<InferredPart>();
        var inner = modifiers.Then(stack.Modifiers);
        foreach (var declared in stack.Parts)
        {
            cancellation.ThrowIfCancellationRequested();
            var shape = parts.Count == 0 ? input : parts[parts.Count - 1].Output;

            // A classifier stands beside the layers: what it takes goes on as it is.
            var x = parts.All(part => part.Model.Classification is not null) ? variable : "x";
            var ofPart = inner.Then(declared.Modifiers);
            var (part, fault) = declared switch
            {
                LayerDeclaration layer => LayerInference.Infer(layer, shape, x, MayWriteOver(parts), names, ofPart),
                _ => BlockInference.Infer((BlockUse)declared, shape, x, names, ofPart, cancellation),
            };
            if (part is null)
            {
                return new(parts, fault);
            }

            parts.Add(part);
        }

        return new(parts, null);
    }

    /// <summary>Whether the next layer may write over its input: what the layer before it made, and nobody needs again.</summary>
    private static bool MayWriteOver(List<InferredPart> parts) =>
        parts.Count > 0 && parts[parts.Count - 1] is InferredLayer { Layer.LeavesOutputFree: true };
}
