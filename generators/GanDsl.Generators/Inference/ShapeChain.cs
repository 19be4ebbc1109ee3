using GanDsl.Generators.Models;

namespace GanDsl.Generators.Inference;

/// <summary>The inferred shapes as one line for a message: <c>Shapes: latents [N, 64] → Linear [N, 6272]</c>.</summary>
internal static class ShapeChain
{
    public static string Of(string inputName, NetworkModel network) => Of(inputName, network.Input, network.Layers);

    public static string Of(string inputName, Shape input, IEnumerable<LayerModel> layers) =>
        "Shapes: "
        + string.Join(" → ", layers.Select(layer => $"{layer.Kind} {layer.Output}").Prepend($"{inputName} {input}"));
}
