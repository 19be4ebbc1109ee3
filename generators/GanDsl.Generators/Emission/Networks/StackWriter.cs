using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Emission;

/// <summary>Writes what the class of a network and that of a block have in common: fields, constructor, forward pass.</summary>
internal sealed class StackWriter(SourceWriter writer)
{
    private readonly HashSet<string> explained = [];

    /// <summary>A field for each layer that has parameters or state, and for what normalises its weight.</summary>
    public void WriteFields(IReadOnlyList<LayerModel> layers, LayerModel? shortcut, BlockClasses blocks)
    {
        var modules = (shortcut is null ? layers : layers.Append(shortcut))
            .Where(layer => layer.Name is not null)
            .ToList();
        foreach (var layer in modules)
        {
            writer.Line($"private readonly {blocks.TypeOf(layer)} {layer.Name} = {layer.ModuleConstruction};");
        }

        foreach (var norm in layers.Select(layer => layer.SpectralNorm?.Beside).OfType<SpectralNormModule>())
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
            .Select(norm => norm.Statement)
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

    /// <summary>The forward pass of a network, which in bfloat16 is another one.</summary>
    public void WriteForward(string input, IReadOnlyList<LayerModel> layers)
    {
        var (isClassified, readsLabels) = (IsClassified(layers), layers.Any(layer => layer.ReadsLabels));
        var (type, name) = isClassified ? ("(Tensor Logits, Tensor ClassLogits)", "Classify") : ("Tensor", "Forward");
        var parameters = Parameters(input, readsLabels);
        var pass = new ForwardPass(input, layers, inBFloat16: false);
        var hasBFloat16 = layers.Any(layer => layer.ForwardInBFloat16 is not null);
        using (
            writer.Block(
                isClassified ? $"public {type} {name}({parameters})" : $"public override Tensor forward({parameters})"
            )
        )
        {
            if (hasBFloat16)
            {
                using (writer.Block("if (Precision == GanPrecision.BFloat16)"))
                {
                    writer.Line($"return {name}InBFloat16({(readsLabels ? $"{input}, labels" : input)});");
                }

                writer.Line();
            }

            WriteStatements(pass, layers);
            writer.Line(isClassified ? Return("x", "classLogits") : Return("x"));
        }

        if (hasBFloat16)
        {
            WriteForwardInBFloat16($"private {type} {name}InBFloat16({parameters})", input, layers, isClassified);
        }
    }

    private void WriteForwardInBFloat16(
        string header,
        string input,
        IReadOnlyList<LayerModel> layers,
        bool isClassified
    )
    {
        var pass = new ForwardPass(input, layers, inBFloat16: true);
        writer.Line();
        writer.Line("/// <summary>The same with linear layers, convolutions and attention in bfloat16.</summary>");
        using (writer.Block(header))
        {
            WriteStatements(pass, layers);
            var x = pass.IsBFloat16 ? "x.to(float32)" : "x";
            writer.Line(isClassified ? Return(x, "classLogits") : Return(x));
        }
    }

    private void WriteStatements(ForwardPass pass, IReadOnlyList<LayerModel> layers)
    {
        writer.Line("using var scope = NewDisposeScope();");
        var width = pass
            .Statements.Where(statement => statement.Shape is not null)
            .Max(statement => statement.Text.Length);
        int? stage = null;
        foreach (var statement in pass.Statements)
        {
            if (stage != statement.Stage)
            {
                writer.Line();
            }

            if (stage is null)
            {
                Explain(layers);
            }

            writer.Line(
                statement.Shape is null ? statement.Text : $"{statement.Text.PadRight(width)} // {statement.Shape}"
            );
            stage = statement.Stage;
        }

        writer.Line();
    }

    private static string Return(string x) => $"return {x}.MoveToOuterDisposeScope();";

    private static string Return(string x, string classLogits) =>
        $"return ({x}.MoveToOuterDisposeScope(), {classLogits}.MoveToOuterDisposeScope());";

    /// <summary>The class that a network or a block derives from.</summary>
    public static string BaseOf(bool readsLabels) =>
        readsLabels ? "Module<Tensor, Tensor, Tensor>" : "Module<Tensor, Tensor>";

    /// <summary>The parameters of a forward pass.</summary>
    public static string Parameters(string input, bool readsLabels) =>
        readsLabels ? $"Tensor {input}, Tensor labels" : $"Tensor {input}";

    private static bool IsClassified(IEnumerable<LayerModel> layers) =>
        layers.Any(layer => layer.Classification is not null);

    /// <summary>The classes of the blocks of a network or of a block.</summary>
    public void WriteBlocks(BlockClasses blocks)
    {
        foreach (var block in blocks.All)
        {
            WriteBlock(block);
        }
    }

    private void WriteBlock(BlockClass blockClass)
    {
        var (block, inner) = (blockClass.Block, blockClass.Inner);
        var parameters = Parameters(BlockUseNames.Input, blockClass.ReadsLabels);
        writer.Line();
        writer.Line($"/// <summary>{Sentence(block, blockClass.FirstUse.Output)}</summary>");
        writer.Line(Emitter.GeneratedCode);
        using (writer.Block($"private sealed partial class {block.Type} : {BaseOf(blockClass.ReadsLabels)}"))
        {
            WriteFields(block.Layers, block.Shortcut, inner);
            WriteConstructor(block.Type, block.Layers);
            writer.Line();
            using (writer.Block($"public override Tensor forward({parameters})"))
            {
                WriteStatements(ForwardPass.Of(block, inBFloat16: false, startsInBFloat16: false), block.Layers);
                writer.Line(Return("x"));
            }

            if (blockClass.FirstUse.ForwardInBFloat16 is not null)
            {
                writer.Line();
                using (writer.Block($"public Tensor ForwardInBFloat16({parameters})"))
                {
                    WriteStatements(blockClass.PassInBFloat16, block.Layers);
                    writer.Line(Return("x"));
                }
            }

            WriteBlocks(inner);
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

        if (layers.Any(layer => layer.SpectralNorm?.Beside is not null))
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
