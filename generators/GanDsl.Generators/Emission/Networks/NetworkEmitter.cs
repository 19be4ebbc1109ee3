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
            "global::System",
            "global::System.Linq",
            "global::GanDsl",
            "global::GanDsl.Modules",
            "global::TorchSharp",
            "global::TorchSharp.Modules",
            "static global::TorchSharp.torch",
            "static global::TorchSharp.torch.nn",
        ];

    protected override bool Needs(string import, string code) =>
        import switch
        {
            "global::System" => code.Contains("InvalidOperationException"),
            "global::System.Linq" => code.Contains(".Sum(parameter"),
            "global::TorchSharp" => new[] { "Padding.", "PaddingModes." }.Any(code.Contains),
            _ => true,
        };

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var network = select(model);
        var (input, output) = names(model);
        var rest = string.Concat(network.Uncounted.Select(kind => $" and those of {kind}"));
        writer
            .Line("/// <summary>")
            .Line(
                $"/// The {concern.ToLowerInvariant()} {symbol}: maps {input} {network.Input} to {output} {network.Output}, "
                    + $"with {CodeText.Count(network.ParameterCount)} parameters{rest}."
            )
            .Line("/// </summary>");
        LayerTable.WriteRemarks(writer, input, network);
        var inherits = StackWriter.BaseOf(network.ReadsLabels);
        using (writer.Block($"{network.Accessibility} sealed partial class {network.Name} : {inherits}"))
        {
            var layers = network.IsComplete ? network.Layers : new([]);
            var stack = new StackWriter(writer);
            WriteCounts(writer, network);
            if (network.HasBFloat16)
            {
                writer.Lines(
                    """
                    /// <summary>What matrix products and convolutions are computed in; parameters are float32 either way. Default: float32.</summary>
                    public GanPrecision Precision { get; init; }

                    """
                );
            }

            var blocks = BlockClasses.Of(input, layers);
            stack.WriteFields(layers, shortcut: null, blocks);
            var isPlain = !layers.SelectMany(layer => layer.WithBlocks).Any(layer => layer.Initializations.Count > 0);
            writer.Line(
                $"/// <summary>Creates the network with {(isPlain ? "PyTorch's default" : "the declared")} initialisation.</summary>"
            );
            stack.WriteConstructor(network.Name, layers);
            writer.Line();
            var labels = network.ReadsLabels ? " and labels [N]" : "";
            if (!network.IsComplete)
            {
                WriteStubOfClassification(writer, network, input);
            }

            WriteClassifiedForward(writer, network, input, output, labels);
            if (network.IsComplete)
            {
                stack.WriteForward(input, layers);
                stack.WriteBlocks(blocks);
            }
            else
            {
                WriteStub(writer, network, input);
            }
        }
    }

    /// <summary>Constants where everything is known; else the parameters are counted when somebody asks.</summary>
    private static void WriteCounts(SourceWriter writer, NetworkModel network)
    {
        var unknown = string.Join(" and ", network.Uncounted);
        writer.Lines(
            network.IsCounted
                ? $"""
                /// <summary>The number of learned values.</summary>
                public const long ParameterCount = {CodeText.Grouped(network.ParameterCount)};

                /// <summary>The multiply-adds of one forward pass for one example: those of matrix products and convolutions.</summary>
                public const long MultiplyAdds = {CodeText.Grouped(network.MultiplyAdds)};

                """
                : $"""
                /// <summary>The number of learned values, counted at each call: the build does not know those of {unknown}.</summary>
                public long ParameterCount => parameters().Sum(parameter => parameter.numel());

                /// <summary>
                /// The multiply-adds of one forward pass for one example, without those of {unknown}: those of matrix products and
                /// convolutions.
                /// </summary>
                public const long MultiplyAdds = {CodeText.Grouped(network.MultiplyAdds)};

                """
        );
    }

    /// <summary>The documentation of the pass through the layers; before it, where that names classes as well, the pass that does not.</summary>
    private static void WriteClassifiedForward(
        SourceWriter writer,
        NetworkModel network,
        string input,
        string output,
        string labels
    )
    {
        var summary = $"Maps {input} {network.Input}{labels} to {output} {network.Output}";
        if (network.Classifier?.Classification is not { } classification || !network.IsComplete)
        {
            writer.Line($"/// <summary>{summary}.</summary>");
            return;
        }

        var arguments = network.ReadsLabels ? $"{input}, labels" : input;
        writer.Lines(
            $$"""
            /// <summary>{{summary}}.</summary>
            public override Tensor forward({{StackWriter.Parameters(input, network.ReadsLabels)}})
            {
                using var scope = NewDisposeScope();
                return Classify({{arguments}}).Logits.MoveToOuterDisposeScope();
            }

            /// <summary>{{summary}}, and to a logit for each class {{new Shape(classification.Classes)}}.</summary>
            """
        );
    }

    private static void WriteStubOfClassification(SourceWriter writer, NetworkModel network, string input)
    {
        if (network.Classifier is not null)
        {
            var arguments = network.ReadsLabels ? $"{input}, labels" : input;
            writer
                .Line("/// <summary>Maps examples to logits and to a logit for each class.</summary>")
                .Line(
                    $"public (Tensor Logits, Tensor ClassLogits) Classify({StackWriter.Parameters(input, network.ReadsLabels)}) =>"
                )
                .Line($"    (forward({arguments}), null!);")
                .Line();
        }
    }

    private static void WriteStub(SourceWriter writer, NetworkModel network, string input)
    {
        using (writer.Block($"public override Tensor forward({StackWriter.Parameters(input, network.ReadsLabels)})"))
        {
            writer.Line(Refusal);
        }
    }
}
