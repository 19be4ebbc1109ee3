using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Emission;

/// <summary>Writes the methods by which a network and its blocks add themselves to an ONNX graph.</summary>
internal sealed class OnnxNetworkWriter(SourceWriter writer)
{
    private bool isExplained;

    /// <summary>A part of the class of a network.</summary>
    public void WriteNetwork(NetworkModel network, string input)
    {
        using (writer.Block($"partial class {network.Name}"))
        {
            var isClassified = network.Classifier is not null;
            var type = isClassified ? "(OnnxValue Logits, OnnxValue ClassLogits)" : "OnnxValue";
            WriteMethod(
                $"internal {type} ToOnnx(OnnxGraph graph, {Parameters(input, network.ReadsLabels)})",
                OnnxPass.Of(input, network.Layers),
                isClassified ? "(x, classLogits)" : "x"
            );
            WriteBlocks(BlockClasses.Of(input, network.Layers));
        }
    }

    private void WriteMethod(string header, IReadOnlyList<ForwardStatement> statements, string answer)
    {
        writer.Line("/// <summary>Adds the forward pass, as it is in evaluation mode, to an ONNX graph.</summary>");
        using (writer.Block(header))
        {
            WriteStatements(statements);
            writer.Line().Line($"return {answer};");
        }
    }

    private void WriteStatements(IReadOnlyList<ForwardStatement> statements)
    {
        var width = statements.Where(statement => statement.Shape is not null).Max(statement => statement.Text.Length);
        var stage = statements[0].Stage;
        foreach (var statement in statements)
        {
            if (stage != statement.Stage)
            {
                writer.Line();
            }

            if (statement.Shape is null && !isExplained)
            {
                writer.Line("// A file holds the weight that is already divided by its largest singular value.");
                isExplained = true;
            }

            writer.Line(
                statement.Shape is null ? statement.Text : $"{statement.Text.PadRight(width)} // {statement.Shape}"
            );
            stage = statement.Stage;
        }
    }

    private void WriteBlocks(BlockClasses blocks)
    {
        foreach (var block in blocks.All)
        {
            writer.Line();
            using (writer.Block($"private sealed partial class {block.Block.Type}"))
            {
                WriteMethod(
                    $"public OnnxValue ToOnnx(OnnxGraph graph, {Parameters(BlockUseNames.Input, block.ReadsLabels)})",
                    OnnxPass.Of(block.Block),
                    "x"
                );
                WriteBlocks(block.Inner);
            }
        }
    }

    private static string Parameters(string input, bool readsLabels) =>
        readsLabels ? $"OnnxValue {input}, OnnxValue labels" : $"OnnxValue {input}";
}
