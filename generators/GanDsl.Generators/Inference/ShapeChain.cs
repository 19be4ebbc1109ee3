using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>The inferred shapes as one line for a message, with a mark at the layer at fault: <c>latents [N, 64] → ✗ Linear [N, 100]</c>.</summary>
internal static class ShapeChain
{
    /// <param name="role">The network.</param>
    /// <param name="layers">The layers whose shapes are known.</param>
    /// <param name="fault">The layer at fault: one of them, or the one after the last.</param>
    public static string Of(NetworkRole role, IEnumerable<InferredLayer> layers, LayerDeclaration fault)
    {
        var steps = layers.Select(layer => $"{(layer.Declared == fault ? "✗ " : "")}{layer.Model.Kind} {layer.Output}");
        var isKnown = layers.Any(layer => layer.Declared == fault);
        string[] end = isKnown ? [] : [$"✗ {fault.Layer.Kind}"];
        return "Shapes: " + string.Join(" → ", steps.Prepend($"{role.InputName} {role.Input}").Concat(end));
    }
}
