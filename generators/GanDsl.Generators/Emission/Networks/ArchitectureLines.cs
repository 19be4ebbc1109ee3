using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The layers of a network, a line each: which one, its code, the shape after it.</summary>
internal static class ArchitectureLines
{
    public static IEnumerable<string> Of(string network, NetworkModel model)
    {
        var layers = model.Layers.SelectMany(layer => layer.WithBlocks).ToList();
        return layers.Select(
            (layer, index) =>
            {
                var number = layers.Take(index + 1).Count(other => other.Kind == layer.Kind);
                var code = layer.ModuleConstruction ?? layer.Forward;
                return $"{layer.Kind} {CodeText.Of(number)} of the {network}: {code} -> {layer.Output}";
            }
        );
    }
}
