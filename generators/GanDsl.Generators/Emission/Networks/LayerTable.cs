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
            .. network.Layers.SelectMany(layer => Rows(layer, indent: "")),
            Row("total", "", network.ParameterCount, network.MultiplyAdds, network.IsCounted),
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

    /// <summary>A layer; for a block its layers follow, indented, and what is added to their output.</summary>
    private static IEnumerable<string[]> Rows(LayerModel layer, string indent)
    {
        yield return Row(
            indent + layer.Kind,
            layer.Output.ToString(),
            layer.ParameterCount,
            layer.MultiplyAdds,
            layer.IsCounted
        );
        foreach (var row in layer.Block is null ? [] : Inside(layer.Block, layer.Output, indent + "  "))
        {
            yield return row;
        }
    }

    private static IEnumerable<string[]> Inside(BlockModel block, Shape output, string indent)
    {
        var layers = block.Layers.SelectMany(layer => Rows(layer, indent));
        return !block.IsResidual ? layers
            : block.Shortcut is null ? layers.Append(Row(indent + "+ input", output.ToString(), 0, 0, true))
            : layers.Concat(Rows(block.Shortcut with { Kind = "+ " + block.Shortcut.Kind }, indent));
    }

    /// <summary>A question mark stands for what the build does not know of a user's module.</summary>
    private static string[] Row(string layer, string output, long parameters, long multiplyAdds, bool isCounted) =>
        [layer, output, CountText(parameters, isCounted), CountText(multiplyAdds, isCounted)];

    private static string CountText(long count, bool isKnown) =>
        isKnown ? CodeText.Count(count)
        : count == 0 ? "?"
        : CodeText.Count(count) + " + ?";
}
