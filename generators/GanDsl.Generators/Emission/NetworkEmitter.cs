using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits a network as an ordinary module: a field per layer that has parameters or state, and the forward pass.</summary>
internal sealed class NetworkEmitter(
    string concern,
    string symbol,
    Func<GanModel, NetworkModel> select,
    Func<GanModel, (string Input, string Output)> names
) : Emitter
{
    public override string Concern => concern;

    protected override IReadOnlyList<string> Usings =>
        [
            "System",
            "GanDsl.Modules",
            "TorchSharp",
            "TorchSharp.Modules",
            "static TorchSharp.torch",
            "static TorchSharp.torch.nn",
        ];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var network = select(model);
        var (input, output) = names(model);
        writer
            .Line("/// <summary>")
            .Line(
                $"/// The {concern.ToLowerInvariant()} {symbol}: maps {input} {network.Input} to {output} {network.Output}, "
                    + $"with {CodeText.Count(network.ParameterCount)} parameters."
            )
            .Line("/// </summary>");
        LayerTable.WriteRemarks(writer, input, network);
        using (writer.Block($"{network.Accessibility} sealed partial class {network.Name} : Module<Tensor, Tensor>"))
        {
            WriteConstants(writer, network);
            WriteFields(writer, network);
            WriteConstructor(writer, network);
            writer.Line();
            WriteForward(writer, network, input, output);
        }
    }

    private static void WriteConstants(SourceWriter writer, NetworkModel network)
    {
        writer.Lines(
            $"""
            /// <summary>The number of learned values.</summary>
            public const long ParameterCount = {CodeText.Grouped(network.ParameterCount)};

            /// <summary>The multiply-adds of one forward pass for one example: those of matrix products and convolutions.</summary>
            public const long MultiplyAdds = {CodeText.Grouped(network.MultiplyAdds)};

            """
        );
    }

    private static void WriteFields(SourceWriter writer, NetworkModel network)
    {
        var modules = network.IsComplete ? network.Layers.Where(layer => layer.Name is not null).ToList() : [];
        foreach (var layer in modules)
        {
            writer.Line($"private readonly {layer.ModuleType} {layer.Name} = {layer.ModuleConstruction};");
        }

        if (modules.Count > 0)
        {
            writer.Line();
        }
    }

    private static void WriteConstructor(SourceWriter writer, NetworkModel network)
    {
        writer.Line("/// <summary>Creates the network with PyTorch's default initialisation.</summary>");
        writer.Line($"public {network.Name}()");
        writer.Line($"    : base(nameof({network.Name})) => RegisterComponents();");
    }

    private static void WriteForward(SourceWriter writer, NetworkModel network, string input, string output)
    {
        writer.Line($"/// <summary>Maps {input} {network.Input} to {output} {network.Output}.</summary>");
        using (writer.Block($"public override Tensor forward(Tensor {input})"))
        {
            if (!network.IsComplete)
            {
                writer.Line(
                    "throw new InvalidOperationException(\"This network was declared with errors: see the diagnostics of its build.\");"
                );
                return;
            }

            writer.Line("using var scope = NewDisposeScope();");
            var statements = Statements(network);
            var width = statements.Max(statement => statement.Length);
            for (var index = 0; index < statements.Count; index++)
            {
                var layer = network.Layers[index];
                if (index == 0 || layer.Stage != network.Layers[index - 1].Stage)
                {
                    writer.Line();
                }

                writer.Line($"{statements[index].PadRight(width)} // {layer.Output}");
            }

            writer.Line();
            writer.Line("return x.MoveToOuterDisposeScope();");
        }
    }

    private static List<string> Statements(NetworkModel network) =>
        [.. network.Layers.Select((layer, index) => $"{(index == 0 ? "var " : "")}x = {layer.Forward};")];
}
