using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Writes the layers of a network as a table in its documentation: kind, output shape, parameters.</summary>
internal static class LayerTable
{
    public static void Write(SourceWriter writer, string input, NetworkModel network)
    {
        var rows = network
            .Layers.Select(layer =>
                (layer.Kind, Output: layer.Output.ToString(), Parameters: CodeText.Count(layer.ParameterCount))
            )
            .Prepend((input, network.Input.ToString(), ""))
            .Prepend(("layer", "output", "parameters"))
            .ToList();
        var kindWidth = rows.Max(row => row.Item1.Length);
        var outputWidth = rows.Max(row => row.Item2.Length);
        var parameterWidth = rows.Max(row => row.Item3.Length);

        writer.Line("/// <remarks>").Line("/// <code>");
        foreach (var (kind, output, parameters) in rows)
        {
            var row =
                $"{kind.PadRight(kindWidth)}  {output.PadRight(outputWidth)}  {parameters.PadLeft(parameterWidth)}";
            writer.Line("/// " + row.TrimEnd());
        }

        writer.Line("/// </code>").Line("/// </remarks>");
    }
}
