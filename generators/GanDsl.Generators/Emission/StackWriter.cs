using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Writes what the class of a network and that of a block have in common: fields, constructor, forward pass.</summary>
internal sealed class StackWriter(SourceWriter writer)
{
    private readonly HashSet<string> explained = [];

    /// <summary>A field for each layer that has parameters or state, and for what normalises its weight.</summary>
    public void WriteFields(IReadOnlyList<LayerModel> layers, LayerModel? shortcut)
    {
        var modules = (shortcut is null ? layers : layers.Append(shortcut))
            .Where(layer => layer.Name is not null)
            .ToList();
        foreach (var layer in modules)
        {
            writer.Line($"private readonly {layer.ModuleType} {layer.Name} = {layer.ModuleConstruction};");
        }

        foreach (var norm in layers.Select(layer => layer.SpectralNorm).OfType<SpectralNormModel>())
        {
            writer.Line($"private readonly SpectralNorm {norm.Name};");
        }

        if (modules.Count > 0)
        {
            writer.Line();
        }
    }

    /// <summary>First weights, then what is computed from them.</summary>
    public void WriteConstructor(string type, IReadOnlyList<LayerModel> layers)
    {
        var fills = layers.SelectMany(layer => layer.Initializations).ToList();
        var norms = layers
            .Select(layer => layer.SpectralNorm)
            .OfType<SpectralNormModel>()
            .Select(norm => $"{norm.Name} = {norm.Construction};")
            .ToList();
        writer.Line($"public {type}()");
        if (fills.Count + norms.Count == 0)
        {
            writer.Line($"    : base(nameof({type})) => RegisterComponents();");
            return;
        }

        using (writer.Block($"    : base(nameof({type}))"))
        {
            foreach (var stage in new[] { fills, norms }.Where(stage => stage.Count > 0))
            {
                stage.ForEach(line => writer.Line(line));
                writer.Line();
            }

            writer.Line("RegisterComponents();");
        }
    }

    public void WriteForward(string input, IReadOnlyList<LayerModel> layers, LayerModel? shortcut, bool isResidual)
    {
        using (writer.Block(ForwardHeader(input, layers, shortcut)))
        {
            writer.Line("using var scope = NewDisposeScope();");
            var first = layers.First(layer => layer.Classification is null);
            var statements = layers.Select(layer => Statement(layer, layer == first)).ToList();
            var sum = $"x = x + {(shortcut is null ? input : shortcut.Forward)};";
            var width = statements.Concat(isResidual ? [sum] : []).Max(statement => statement.Length);
            for (var index = 0; index < statements.Count; index++)
            {
                var layer = layers[index];
                if (index == 0 || layer.Stage != layers[index - 1].Stage)
                {
                    writer.Line();
                }

                if (index == 0)
                {
                    Explain(layers);
                }

                writer.Line($"{statements[index].PadRight(width)} // {ShapeOf(layer)}");
            }

            if (isResidual)
            {
                writer.Line().Line($"{sum.PadRight(width)} // {layers[layers.Count - 1].Output}");
            }

            writer.Line();
            writer.Line(
                IsClassified(layers)
                    ? "return (x.MoveToOuterDisposeScope(), classLogits.MoveToOuterDisposeScope());"
                    : "return x.MoveToOuterDisposeScope();"
            );
        }
    }

    /// <summary>The class that a network or a block derives from.</summary>
    public static string BaseOf(bool readsLabels) =>
        readsLabels ? "Module<Tensor, Tensor, Tensor>" : "Module<Tensor, Tensor>";

    /// <summary>The parameters of a forward pass.</summary>
    public static string Parameters(string input, bool readsLabels) =>
        readsLabels ? $"Tensor {input}, Tensor labels" : $"Tensor {input}";

    private static string ForwardHeader(string input, IReadOnlyList<LayerModel> layers, LayerModel? shortcut)
    {
        var parameters = Parameters(input, layers.Any(layer => layer.ReadsLabels) || shortcut?.ReadsLabels == true);
        return IsClassified(layers)
            ? $"public (Tensor Logits, Tensor ClassLogits) Classify({parameters})"
            : $"public override Tensor forward({parameters})";
    }

    private static bool IsClassified(IEnumerable<LayerModel> layers) =>
        layers.Any(layer => layer.Classification is not null);

    private static string Statement(LayerModel layer, bool isFirst) =>
        layer.Classification is null
            ? $"{(isFirst ? "var " : "")}x = {layer.Forward};"
            : $"var classLogits = {layer.Forward};";

    private static Shape ShapeOf(LayerModel layer) =>
        layer.Classification is { } classification ? new(classification.Classes) : layer.Output;

    /// <summary>The class of each block among the layers.</summary>
    public void WriteBlocks(IEnumerable<LayerModel> layers)
    {
        foreach (
            var (block, output) in layers
                .Where(layer => layer.Block is not null)
                .Select(layer => (layer.Block!, layer.Output))
        )
        {
            writer.Line();
            writer.Line($"/// <summary>{Sentence(block, output)}</summary>");
            using (
                writer.Block($"private sealed class {block.Type} : {BaseOf(block.All.Any(layer => layer.ReadsLabels))}")
            )
            {
                WriteFields(block.Layers, block.Shortcut);
                WriteConstructor(block.Type, block.Layers);
                writer.Line();
                WriteForward("input", block.Layers, block.Shortcut, block.IsResidual);
                WriteBlocks(block.All);
            }
        }
    }

    private static string Sentence(BlockModel block, Shape output) =>
        $"The block {block.Text}: maps {block.Input} to {output}"
        + (
            !block.IsResidual ? "."
            : block.Shortcut is null ? ", with its input added."
            : $", with what {block.Shortcut.Block!.Text} makes of its input added."
        );

    /// <summary>What may surprise in a forward pass, once for a network.</summary>
    private void Explain(IReadOnlyList<LayerModel> layers)
    {
        if (layers.Any(layer => layer.WritesOver))
        {
            ExplainOnce("// What ends in _ writes over its input, which no gradient needs: one pass over memory less.");
        }

        if (layers.Any(layer => layer.SpectralNorm is not null))
        {
            ExplainOnce(
                "// A layer is linear in its input: x / σ with the weight W gives what x gives with W / σ, its spectral normalisation."
            );
        }

        foreach (var explanation in layers.Select(layer => layer.Explanation).OfType<string>())
        {
            ExplainOnce("// " + explanation);
        }
    }

    private void ExplainOnce(string comment)
    {
        if (explained.Add(comment))
        {
            writer.Line(comment);
        }
    }
}
