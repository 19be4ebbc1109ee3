using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits what writes a network as a file of the format ONNX, node by node.</summary>
internal sealed class OnnxEmitter : Emitter
{
    public override string Concern => "Onnx";

    protected override IReadOnlyList<string> Usings => ["global::System", "global::GanDsl"];

    protected override bool Needs(string import, string code) =>
        import != "global::System" || code.Contains("InvalidOperationException");

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var isComplete = model.Generator.IsComplete && model.Discriminator.IsComplete;
        var (noun, judged) = (model.Data.Noun, model.JudgedNoun);
        writer.Lines(
            $$"""
            /// <summary>
            /// Writes the generator in evaluation mode, or the discriminator, as a file of the format ONNX, which other runtimes than torch
            /// run, and beside it a model card that says what it is.
            /// </summary>
            /// <param name="path">The file, usually *.onnx; one that exists is replaced once the new one is complete.</param>
            /// <param name="options">Which network, and how; null for the generator in float32.</param>
            /// <returns>The files that were written.</returns>
            /// <exception cref="GanException">
            /// A file cannot be written, a weight is not finite, or a module of your own has no form in ONNX; a file that was there is as it was.
            /// </exception>
            public OnnxFiles ExportOnnx(string path, OnnxOptions? options = null)
            {
                {{(isComplete ? Export(model) : Refusal)}}
            }
            """
        );
        if (!isComplete)
        {
            return;
        }

        var network = new OnnxNetworkWriter(writer);
        writer.Line().Lines(GeneratorGraph(model));
        writer.Line().Lines(DiscriminatorGraph(model));
        writer.Line();
        network.WriteNetwork(model.Generator, "latents");
        writer.Line();
        network.WriteNetwork(model.Discriminator, judged);
    }

    private static string Export(GanModel model)
    {
        var average = model.Average is null
            ? ""
            : """
                KeepsAverage = true,
                SamplesFromAverage = SamplesFromAverage,
                """;
        var classes = model.ClassCount is { } count ? $"ClassCount = {CodeText.Of(count)}," : "";
        var training =
            model.DeclaredTraining.Count > 0
                ? $"Training = [{string.Join(", ", model.DeclaredTraining.Select(Text))}],"
                : "";
        var packing = model.Packing > 1 ? $"Packing = {CodeText.Of(model.Packing)}," : "";
        return Code.Of(
            $$"""
            using var turn = use.Enter();
            return OnnxExport.Write(
                path,
                options ?? new OnnxOptions(),
                new OnnxDescription(State, ToString())
                {
                    Loss = {{Text(model.OwnLoss?.Name ?? model.Loss.ToString())}},
                    Update = {{Text(model.Update.ToString())}},
                    GeneratorOptimizer = {{Text(model.Generator.OptimizerDescription)}},
                    DiscriminatorOptimizer = {{Text(model.Discriminator.OptimizerDescription)}},
                    {{training}}
                    Range = {{CodeText.Of(model.Data.Range)}},
                    LatentDistribution = {{CodeText.Of(model.LatentDistribution)}},
                    {{classes}}
                    {{packing}}
                    {{average}}
                },
                GeneratorGraph,
                DiscriminatorGraph
            );
            """
        );
    }

    private static string GeneratorGraph(GanModel model)
    {
        var (noun, generator) = (model.Data.Noun, model.Generator);
        var network = model.Average is null ? "G" : "network";
        var choice = model.Average is null
            ? ""
            : "var network = options.Averaged ?? SamplesFromAverage ? AveragedG : G;";
        var labels = generator.ReadsLabels ? "var labels = graph.Labels();" : "";
        var arguments = generator.ReadsLabels ? "latents, labels" : "latents";
        return Code.Of(
            $$"""
            private OnnxGraph GeneratorGraph(OnnxOptions options)
            {
                {{choice}}
                var graph = new OnnxGraph({{network}}, options);
                var latents = graph.Input("latents", {{Sizes(generator.Input)}});
                {{labels}}
                graph.Output({{Text(noun)}}, {{network}}.ToOnnx(graph, {{arguments}}), {{Sizes(generator.Output)}});
                return graph;
            }
            """
        );
    }

    private static string DiscriminatorGraph(GanModel model)
    {
        var (noun, judged, discriminator) = (model.Data.Noun, model.JudgedNoun, model.Discriminator);
        var labels = discriminator.ReadsLabels ? "var labels = graph.Labels();" : "";
        var arguments = discriminator.ReadsLabels ? $"{judged}, labels" : judged;
        var call = $"D.ToOnnx(graph, {arguments})";
        var outputs = discriminator.Classifier?.Classification is { } classification
            ? Code.Of(
                $$"""
                var (logits, classLogits) = {{call}};
                graph.Output("logits", logits, {{Sizes(discriminator.Output)}});
                graph.Output("class_logits", classLogits, {{CodeText.Of(classification.Classes)}});
                """
            )
            : $"graph.Output(\"logits\", {call}, {Sizes(discriminator.Output)});";
        return Code.Of(
            $$"""
            private OnnxGraph DiscriminatorGraph(OnnxOptions options)
            {
                var graph = new OnnxGraph(D, options);
                var {{judged}} = graph.Input({{Text(noun)}}, {{Sizes(discriminator.Input)}});
                {{labels}}
                {{outputs}}
                return graph;
            }
            """
        );
    }

    private static string Sizes(Shape shape) => CallText.Sizes(shape.Sizes);

    private static string Text(string text) => CodeText.Of(text);
}
