using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The layers of a network as a table: kind, output shape, parameters, multiply-adds.</summary>
internal static class LayerTable
{
    /// <summary>The lines of the table, from its head to the totals.</summary>
    public static IReadOnlyList<string> Lines(string input, NetworkModel network)
    {
        string[][] rows =
        [
            ["layer", "output", "parameters", "multiply-adds"],
            [input, network.Input.ToString(), "", ""],
            .. network.Layers.Select(layer =>
                Row(layer.Kind, layer.Output.ToString(), layer.ParameterCount, layer.MultiplyAdds)
            ),
            Row("total", "", network.ParameterCount, network.MultiplyAdds),
        ];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return
        [
            .. rows.Select(row =>
                $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}".TrimEnd()
            ),
        ];
    }

    /// <summary>Writes the table as the remarks of a documentation comment.</summary>
    public static void WriteRemarks(SourceWriter writer, string input, NetworkModel network)
    {
        writer.Line("/// <remarks>");
        writer.Line("/// Multiply-adds are those of matrix products and convolutions, for one example.");
        writer.Line("/// <code>");
        foreach (var line in Lines(input, network))
        {
            writer.Line("/// " + line);
        }

        writer.Line("/// </code>").Line("/// </remarks>");
    }

    private static string[] Row(string layer, string output, long parameters, long multiplyAdds) =>
        [layer, output, CodeText.Count(parameters), CodeText.Count(multiplyAdds)];
}
