using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the GAN itself: what it holds, how it is created, how it samples, its weights as a file.</summary>
internal sealed class GanEmitter : Emitter
{
    public override string Concern => "Gan";

    protected override IReadOnlyList<string> Usings =>
        [
            "global::System",
            "global::System.Collections.Generic",
            "global::GanDsl",
            "global::GanDsl.Training",
            "global::TorchSharp",
            "static global::TorchSharp.torch",
        ];

    protected override bool Needs(string import, string code) =>
        import != "global::System.Collections.Generic" || code.Contains("IReadOnlyList<");

    /// <summary>The rule would have a method for derived classes; the user decides whether there are any.</summary>
    protected override string Attribute =>
        "[global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"Design\", \"CA1063\", "
        + "Justification = \"It has no finaliser, and holds nothing that needs one.\")]";

    protected override void WriteMembers(SourceWriter writer, GanModel model) =>
        writer.Lines(
            Code.Paragraphs(
                GanConstruction.Members(model),
                Properties(model),
                GanSampling.Members(model),
                Weights(model),
                GanConstruction.Dispose(model),
                Text(model)
            )
        );

    private static string Properties(GanModel model)
    {
        var (generator, discriminator) = (model.Generator, model.Discriminator);
        var (noun, shape) = (model.Data.Noun, model.Data.Shape);
        var sampled = model.Average is null ? ": G" : "";
        return Code.Of(
            $$"""
            /// <summary>The options that this GAN was created with.</summary>
            public Options Settings { get; }

            /// <summary>The generator: latents {{generator.Input}} to {{noun}} {{shape}}.</summary>
            {{generator.Accessibility}} {{generator.Name}} G => use.IfOpen(generator);

            /// <summary>The discriminator: {{model.JudgedNoun}} {{discriminator.Input}} to one logit each.</summary>
            {{discriminator.Accessibility}} {{discriminator.Name}} D => use.IfOpen(discriminator);

            {{AverageProperties(model)}}

            /// <summary>The generator that <c>Sample</c> uses, and that a run saves as <c>generator.safetensors</c>{{sampled}}.</summary>
            {{generator.Accessibility}} {{generator.Name}} SampledG => {{(
                model.Average is null ? "G" : "SamplesFromAverage ? AveragedG : G"
            )}};

            /// <summary>The last epoch begun in the life of this GAN, from 1; 0 before the first.</summary>
            public int Epoch => progress.Epoch;

            /// <summary>The training steps in the life of this GAN.</summary>
            public long StepCount => progress.Step;

            /// <summary>Moves the parameters of G. Its learning rate may change between steps.</summary>
            public Optimizer GeneratorOptimizer => use.IfOpen(generatorOptimizer);

            /// <summary>Moves the parameters of D. Its learning rate may change between steps.</summary>
            public Optimizer DiscriminatorOptimizer => use.IfOpen(discriminatorOptimizer);

            /// <summary>
            /// Why training steps are not recorded as a CUDA graph, as a sentence. Null where they are, or will be after the first few, and
            /// where nobody expects it: on the processor, or turned off.
            /// </summary>
            public string? CudaGraphObstacle => graph.Obstacle;
            """
        );
    }

    private static string AverageProperties(GanModel model)
    {
        if (model.Average is not { } average)
        {
            return "";
        }

        var (access, type) = (model.Generator.Accessibility, model.Generator.Name);
        var decay = CodeText.Of(average.Decay);
        return Code.Of(
            $$"""
            /// <summary>The generator with the moving average of G's weights and statistics, decay {{decay}} a step; in evaluation mode.</summary>
            {{access}} {{type}} AveragedG => use.IfOpen(averagedGenerator);

            /// <summary>Whether <c>Sample</c> uses <see cref="AveragedG"/> rather than <see cref="G"/>. Default: true.</summary>
            public bool SamplesFromAverage { get; set; } = true;
            """
        );
    }

    private static string Weights(GanModel model)
    {
        var (averaged, andAverage) = model.Average is null
            ? ("", "")
            : (", AveragedG", "; the average under \"generator_average.\"");
        var forgetClasses = model.CountsClasses ? "classCounts.Clear();" : "";
        return Code.Of(
            $$"""
            /// <summary>
            /// Saves the weights of both networks in one file of the format safetensors, under PyTorch's names with "generator." and
            /// "discriminator." in front{{andAverage}}.
            /// </summary>
            /// <param name="path">The file, usually *.safetensors; one that exists is replaced once the new one is complete.</param>
            /// <exception cref="GanException">The file cannot be written, or a weight is not finite; one that was there is as it was.</exception>
            public void Save(string path)
            {
                using var turn = use.Enter();
                GanWeights.Save(path, nameof({{model.Name}}), G, D{{averaged}});
            }

            /// <summary>Loads weights that <see cref="Save"/> has written. Nothing changes where the file is refused.</summary>
            /// <param name="path">The file.</param>
            /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of other networks.</exception>
            public void Load(string path)
            {
                using var turn = use.Enter();
                GanWeights.Load(path, nameof({{model.Name}}), G, D{{averaged}});
                {{forgetClasses}}
            }
            """
        );
    }

    private static string Text(GanModel model)
    {
        const string quotes = "\"\"\"";
        return Code.Of(
            $$"""
            /// <summary>What was declared: both networks with their shapes, parameters and multiply-adds.</summary>
            public override string ToString() =>
                {{quotes}}
                {{Code.Lines(Summary(model))}}
                {{quotes}};
            """
        );
    }

    private static IEnumerable<string> Summary(GanModel model) =>
        [
            $"{model.FullName}: {model.OwnLoss?.Name ?? CodeText.Of(model.Loss)}, {CodeText.Of(model.Update)}",
            $"Generator: latents {model.Generator.Input} to {model.Data.Noun} {model.Data.Shape}",
            .. LayerTable.Lines("latents", model.Generator).Select(Indent),
            $"Discriminator: {model.JudgedNoun} {model.Discriminator.Input} to one logit each",
            .. LayerTable.Lines(model.JudgedNoun, model.Discriminator).Select(Indent),
        ];

    private static string Indent(string line) => "  " + line;
}
