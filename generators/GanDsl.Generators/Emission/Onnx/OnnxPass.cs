using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Emission;

/// <summary>The statements that add layers to an ONNX graph, parallel to those of the forward pass.</summary>
internal static class OnnxPass
{
    /// <param name="input">What the input is called.</param>
    /// <param name="layers">The layers in order.</param>
    public static IReadOnlyList<ForwardStatement> Of(string input, IReadOnlyList<LayerModel> layers)
    {
        var statements = new List<ForwardStatement>();
        var x = input;
        foreach (var layer in layers)
        {
            if (layer.SpectralNorm?.Beside is { } norm)
            {
                statements.Add(new($"graph.Fold({norm.Name}, {layer.Name});", null, layer.Stage));
            }

            var isClassifier = layer.Classification is not null;
            var variable =
                isClassifier ? "var classLogits"
                : x == input ? "var x"
                : "x";
            var shape = layer.Classification is { } classification ? new Shape(classification.Classes) : layer.Output;
            statements.Add(new($"{variable} = {layer.Onnx};", shape, layer.Stage));
            x = isClassifier ? x : "x";
        }

        return statements;
    }

    /// <summary>The statements of a block.</summary>
    public static IReadOnlyList<ForwardStatement> Of(BlockModel block)
    {
        var statements = Of(BlockUseNames.Input, block.Layers);
        var last = block.Layers[block.Layers.Count - 1];
        return block.IsResidual
            ?
            [
                .. statements,
                new($"x = graph.Add(x, {block.Shortcut?.Onnx ?? BlockUseNames.Input});", last.Output, last.Stage + 1),
            ]
            : statements;
    }
}
