using GanDsl.Generators.Inference;
using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>A network or a block as a class in Python: its modules, then its forward pass.</summary>
/// <param name="Summary">What the class does, as its docstring.</param>
/// <param name="Input">What its input is called.</param>
/// <param name="Layers">The layers and blocks in order.</param>
/// <param name="ConstructBlock">The expression that creates the module of a block.</param>
internal sealed record PyTorchClass(
    string Summary,
    string Input,
    IReadOnlyList<LayerModel> Layers,
    Func<LayerModel, string> ConstructBlock
)
{
    /// <summary>The comments of statements up to this length stand one below the other.</summary>
    private const int WidestAligned = 64;

    /// <summary>Whether the input is added to what the layers give.</summary>
    public bool IsResidual { get; init; }

    /// <summary>The block that the input goes through before it is added, if any.</summary>
    public LayerModel? Shortcut { get; init; }

    private IReadOnlyList<LayerModel> All => Shortcut is null ? Layers : [.. Layers, Shortcut];

    /// <summary>What stands in the class, below its name.</summary>
    /// <param name="withShapes">Whether it states the shapes; not so where the class is used with several.</param>
    public string Body(bool withShapes)
    {
        var writer = new PythonWriter();
        using (writer.Block(""))
        {
            if (withShapes)
            {
                writer.Line($"\"\"\"{Summary}\"\"\"").Line();
            }

            WriteConstructor(writer);
            WriteForward(writer, withShapes);
        }

        return writer.ToString().Trim('\n');
    }

    private void WriteConstructor(PythonWriter writer)
    {
        var modules = All.Where(layer => layer.Name is not null).ToList();
        if (modules.Count == 0)
        {
            return;
        }

        using (writer.Block("def __init__(self):"))
        {
            writer.Line("super().__init__()");
            foreach (var layer in modules)
            {
                var construction = layer.Block is null ? layer.PyTorch.Construction : ConstructBlock(layer);
                writer.Line($"{PythonNames.Attribute(layer.Name!)} = {construction}");
            }

            foreach (var norm in Layers.Select(layer => layer.SpectralNorm?.Beside).OfType<SpectralNormModule>())
            {
                writer.Line($"{PythonNames.Attribute(norm.Name)} = {norm.PyTorchConstruction}");
            }
        }

        writer.Line();
    }

    private void WriteForward(PythonWriter writer, bool withShapes)
    {
        var readsLabels = All.Any(layer => layer.ReadsLabels);
        var isClassified = Layers.Any(layer => layer.Classification is not null);
        var parameters = readsLabels ? $"self, {Input}, labels" : $"self, {Input}";
        if (isClassified)
        {
            using (writer.Block($"def forward({parameters}):"))
            {
                var arguments = readsLabels ? $"{Input}, labels" : Input;
                writer.Line($"return self.classify({arguments})[0]");
            }

            writer.Line();
        }

        using (writer.Block($"def {(isClassified ? "classify" : "forward")}({parameters}):"))
        {
            if (isClassified)
            {
                writer.Line("\"\"\"The logits, and a logit for each class.\"\"\"");
            }

            WriteStatements(writer, withShapes);
            writer.Line(
                isClassified ? "return x, class_logits"
                : !IsResidual ? "return x"
                : $"return x + {(Shortcut is null ? Input : Shortcut.PyTorch.Forward)}"
            );
        }
    }

    private void WriteStatements(PythonWriter writer, bool withShapes)
    {
        var statements = Layers
            .Select(layer =>
                layer.Classification is { } classification
                    ? new ForwardStatement(
                        $"class_logits = {layer.PyTorch.Forward}",
                        new Shape(classification.Classes),
                        layer.Stage
                    )
                    : new($"x = {layer.PyTorch.Forward}", layer.Output, layer.Stage)
            )
            .ToList();
        var width = statements
            .Select(statement => statement.Text.Length)
            .Where(length => length <= WidestAligned)
            .DefaultIfEmpty()
            .Max();
        foreach (var (statement, index) in statements.Select((statement, index) => (statement, index)))
        {
            if (index > 0 && statement.Stage != statements[index - 1].Stage)
            {
                writer.Line();
            }

            writer.Line(withShapes ? $"{statement.Text.PadRight(width)}  # {statement.Shape}" : statement.Text);
        }

        if (statements.Select(statement => statement.Stage).Distinct().Count() > 1)
        {
            writer.Line();
        }
    }
}
