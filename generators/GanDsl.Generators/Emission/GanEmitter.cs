using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the GAN itself: what it holds, how it is created, how it samples.</summary>
internal sealed class GanEmitter : Emitter
{
    public override string Concern => "Gan";

    protected override IReadOnlyList<string> Usings =>
        [
            "global::System",
            "global::GanDsl",
            "global::GanDsl.Training",
            "global::TorchSharp",
            "static global::TorchSharp.torch",
        ];

    /// <summary>The rule would have a method for derived classes; the user decides whether there are any.</summary>
    protected override string Attribute =>
        "[global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"Design\", \"CA1063\", "
        + "Justification = \"It has no finaliser, and holds nothing that needs one.\")]";

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var name = model.Name;
        var (noun, shape) = (model.Data.Noun, model.Data.Shape);
        var (generator, discriminator) = (model.Generator, model.Discriminator);
        var (typeOfG, typeOfD) = (generator.Name, discriminator.Name);
        var (accessOfG, accessOfD) = (generator.Accessibility, discriminator.Accessibility);
        var (inputOfG, inputOfD) = (generator.Input, discriminator.Input);
        var (createG, createD) = (Creation(generator), Creation(discriminator));
        var layouts = Code.Lines([.. Layout(generator, "G"), .. Layout(discriminator, "D")]);
        var (optimizerOfG, optimizerOfD) = (generator.OptimizerConstruction, discriminator.OptimizerConstruction);
        var judged = model.JudgedNoun;
        var sizes = string.Join(", ", model.Data.Shape.Sizes.Select(CodeText.Of));
        var range = CodeText.Of(model.Data.Range);
        var classes = model.ClassCount is { } count ? CodeText.Of(count) : "null";
        var latents = $"{CodeText.Of(model.LatentDimensions)}, LatentDistribution.{model.LatentDistribution}";
        var measurements = CodeText.Of(Measurements.Of(model).Count);
        var (noiseField, createNoise, disposeNoise) = model.DrawsPenaltyNoise
            ? (
                "private readonly UniformNoise penaltyNoise;",
                "penaltyNoise = new UniformNoise(Settings.Seed, sequence: 2, device);",
                "penaltyNoise.Dispose();"
            )
            : ("", "", "");
        var (averageFields, createAverage, disposeAverage) = Average(model);
        var (augmentationField, createAugmentation, disposeAugmentation) = model.Augmentation
            is { Construction: { } construction }
            ? (
                "private readonly AdaptiveAugmentation augmentation;",
                $"augmentation = {construction};",
                "augmentation.Dispose();"
            )
            : ("", "", "");
        var averageProperties = AverageProperties(model);
        var (averaged, andAverage) = model.Average is null
            ? ("", "")
            : (", AveragedG", "; the average under \"generator_average.\"");
        var sampleParameters = model.IsConditional ? "Latents, Labels" : "Latents";
        var sampling = model.IsConditional ? SamplingOfClasses(model) : Sampling(model);
        var statistics = model.Generator.KeepsMinibatchStatistics ? Statistics(model) : "";
        var summary = Code.Lines(Summary(model));
        var createGraph = Graph(model);
        const string quotes = "\"\"\"";
        writer.Lines(
            $$"""
            private readonly ExclusiveUse use = new(nameof({{name}}));
            private readonly {{typeOfG}} generator;
            private readonly {{typeOfD}} discriminator;
            private readonly Optimizer generatorOptimizer;
            private readonly Optimizer discriminatorOptimizer;
            private readonly Device device;
            private readonly RealExamples realExamples;
            private readonly LatentSource trainingLatents;
            private readonly LatentSource sampleLatents;
            private readonly StepLog log;
            private readonly StepGraph graph;
            private readonly TrainingProgress progress = new();
            {{noiseField}}
            {{averageFields}}
            {{augmentationField}}

            /// <summary>Creates both networks, seeded by the options, and their optimisers.</summary>
            /// <param name="options">What to choose; null for the declared defaults.</param>
            /// <exception cref="GanException">An option is out of its range, or this machine does not have the device or the precision.</exception>
            public {{name}}(Options? options = null)
            {
                Settings = options ?? new Options();
                Settings.Validate();
                device = GanDevices.Require(Settings.Device);
                var precision = GanPrecisions.Require(Settings.Precision, device);
                use.Precision = precision;

                using var ordinaryTensors = inference_mode(false);
                manual_seed(Settings.Seed);
                generator = {{createG}};
                discriminator = {{createD}};
                G.to(device);
                D.to(device);
                {{layouts}}

                generatorOptimizer = {{optimizerOfG}};
                discriminatorOptimizer = {{optimizerOfD}};

                realExamples = new RealExamples(nameof({{name}}), [{{sizes}}], {{range}}, classes: {{classes}}, device);

                // Two sequences, so that looking at samples does not change what training draws.
                trainingLatents = new LatentSource({{latents}}, Settings.Seed, sequence: 0, device);
                sampleLatents = new LatentSource({{latents}}, Settings.Seed, sequence: 1, device);
                {{createNoise}}
                {{createAverage}}
                {{createAugmentation}}
                log = new StepLog(measurements: {{measurements}}, device);
                graph = {{createGraph}};
            }

            /// <summary>The options that this GAN was created with.</summary>
            public Options Settings { get; }

            /// <summary>The generator: latents {{inputOfG}} to {{noun}} {{shape}}.</summary>
            {{accessOfG}} {{typeOfG}} G => use.IfOpen(generator);

            /// <summary>The discriminator: {{judged}} {{inputOfD}} to one logit each.</summary>
            {{accessOfD}} {{typeOfD}} D => use.IfOpen(discriminator);

            {{averageProperties}}

            /// <summary>Moves the parameters of G. Its learning rate may change between steps.</summary>
            public Optimizer GeneratorOptimizer => use.IfOpen(generatorOptimizer);

            /// <summary>Moves the parameters of D. Its learning rate may change between steps.</summary>
            public Optimizer DiscriminatorOptimizer => use.IfOpen(discriminatorOptimizer);

            /// <summary>
            /// Why training steps are not recorded as a CUDA graph, as a sentence. Null where they are, or will be after the first few, and
            /// where nobody expects it: on the processor, or turned off.
            /// </summary>
            public string? CudaGraphObstacle => graph.Obstacle;

            /// <summary>Draws latents for <see cref="Sample({{sampleParameters}})"/>; training is not affected.</summary>
            /// <param name="count">How many, at least 1.</param>
            public Latents DrawLatents(int count)
            {
                using var turn = use.Enter();
                return new Latents(sampleLatents.Draw(count));
            }

            {{sampling}}

            {{statistics}}

            /// <summary>
            /// Saves the weights of both networks in one file of the format safetensors, under PyTorch's names with "generator." and
            /// "discriminator." in front{{andAverage}}.
            /// </summary>
            /// <param name="path">The file, usually *.safetensors; one that exists is replaced once the new one is complete.</param>
            /// <exception cref="GanException">The file cannot be written; one that was there is as it was.</exception>
            public void Save(string path)
            {
                using var turn = use.Enter();
                GanWeights.Save(path, nameof({{name}}), G, D{{averaged}});
            }

            /// <summary>Loads weights that <see cref="Save"/> has written. Nothing changes where the file is refused.</summary>
            /// <param name="path">The file.</param>
            /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of other networks.</exception>
            public void Load(string path)
            {
                using var turn = use.Enter();
                GanWeights.Load(path, nameof({{name}}), G, D{{averaged}});
            }

            /// <summary>Frees the networks, the optimisers and what they hold on the device.</summary>
            /// <exception cref="InvalidOperationException">Another thread is in the middle of a call; nothing is freed.</exception>
            public void Dispose()
            {
                if (!use.End())
                {
                    return;
                }

                graph.Dispose();
                log.Dispose();
                {{disposeAugmentation}}
                {{disposeNoise}}
                sampleLatents.Dispose();
                trainingLatents.Dispose();
                realExamples.Dispose();
                discriminatorOptimizer.Dispose();
                generatorOptimizer.Dispose();
                discriminator.Dispose();
                {{disposeAverage}}
                generator.Dispose();
            }

            /// <summary>What was declared: both networks with their shapes, parameters and multiply-adds.</summary>
            public override string ToString() =>
                {{quotes}}
                {{summary}}
                {{quotes}};
            """
        );
    }

    /// <summary>The network that examples are drawn from.</summary>
    public static string Sampled(GanModel model) => model.Average is null ? "G" : "SampledG";

    private static (string Fields, string Creation, string Disposal) Average(GanModel model)
    {
        if (model.Average is not { } average)
        {
            return ("", "", "");
        }

        var construction = new CallText("averagedWeights = new AveragedWeights")
            .Add("G")
            .Add("AveragedG")
            .Add(CodeText.Of(average.Decay))
            .AddUnless(0.0, "warmup", average.Warmup)
            .ToString();
        var create = Creation(model.Generator);
        var layout = Code.Lines(Layout(model.Generator, "AveragedG"));
        return (
            Code.Of(
                $$"""
                private readonly {{model.Generator.Name}} averagedGenerator;
                private readonly AveragedWeights averagedWeights;
                """
            ),
            Code.Of(
                $$"""
                averagedGenerator = {{create}};
                AveragedG.to(device);
                {{layout}}
                {{construction}};
                """
            ),
            "averagedGenerator.Dispose();"
        );
    }

    private static string Graph(GanModel model)
    {
        var sources = model.DrawsPenaltyNoise ? "trainingLatents, penaltyNoise" : "trainingLatents";
        var own = model
            .Generator.Uncounted.Concat(model.Discriminator.Uncounted)
            .Distinct()
            .Select(module => ", " + CodeText.Of(module));
        return $"new StepGraph(Settings.CudaGraph, device, G, D, [{sources}]{string.Concat(own)})";
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

            private {{type}} SampledG => SamplesFromAverage ? AveragedG : G;
            """
        );
    }

    /// <summary>How the weights of a network lie in memory, which optimisers and averages take over.</summary>
    private static IEnumerable<string> Layout(NetworkModel network, string name) =>
        network.ConvolvesMaps
            ? [$"ChannelsLast.ApplyWhereFaster({name}, places: {CodeText.Of(network.LargestMap)}, device, precision);"]
            : [];

    /// <summary>Samples lie in memory as everybody expects them, whatever the layout of G's maps.</summary>
    private static string InOrder(GanModel model, string samples) =>
        model.Generator.ConvolvesMaps ? samples + ".contiguous()" : samples;

    private static string Creation(NetworkModel network) =>
        network is { HasBFloat16: true, IsComplete: true }
            ? $"new {network.Name} {{ Precision = precision }}"
            : $"new {network.Name}()";

    private static string Sampling(GanModel model)
    {
        var (noun, batch) = (model.Data.Noun, model.Data.Name);
        var sampled = Sampled(model);
        var generate = InOrder(model, NetworkCalls.Generate(model, "latents.Tensor.to(device)", "", sampled));
        return Code.Of(
            $$"""
            /// <summary>Generates {{noun}} from fresh latents, in evaluation mode and without gradients.</summary>
            /// <param name="count">How many, at least 1.</param>
            public {{batch}} Sample(int count)
            {
                using var latents = DrawLatents(count);
                return Sample(latents);
            }

            /// <summary>Generates {{noun}} from given latents, in evaluation mode and without gradients.</summary>
            public {{batch}} Sample(Latents latents)
            {
                using var turn = use.Enter();
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                using var evaluation = new EvaluationMode({{sampled}});

                return new {{batch}}({{generate}});
            }
            """
        );
    }

    private static string SamplingOfClasses(GanModel model)
    {
        var (noun, batch) = (model.Data.Noun, model.Data.Name);
        var sampled = Sampled(model);
        var generate = InOrder(
            model,
            NetworkCalls.Generate(model, "latents.Tensor.to(device)", "labels.Tensor.to(device)", sampled)
        );
        return Code.Of(
            $$"""
            /// <summary>Generates {{noun}} of given classes from fresh latents, in evaluation mode and without gradients.</summary>
            /// <param name="labels">The class of each; they still belong to the caller.</param>
            public {{batch}} Sample(Labels labels)
            {
                using var latents = DrawLatents(labels.Count);
                return Sample(latents, labels);
            }

            /// <summary>Generates {{noun}} of given classes from given latents, in evaluation mode and without gradients.</summary>
            /// <param name="latents">The latent of each; they still belong to the caller.</param>
            /// <param name="labels">The class of each; they still belong to the caller.</param>
            /// <exception cref="ArgumentException">There are not as many labels as latents.</exception>
            public {{batch}} Sample(Latents latents, Labels labels)
            {
                StepRows.RequireLabels(latents.Tensor, labels.Tensor);
                using var turn = use.Enter();
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                using var evaluation = new EvaluationMode({{sampled}});

                return new {{batch}}({{generate}});
            }
            """
        );
    }

    private static string Statistics(GanModel model)
    {
        var sampled = Sampled(model);
        var labels =
            model.Generator.ReadsLabels && model.ClassCount is { } classes
                ? $"using var labels = new Labels(SampleLabels.OrEachInTurn(null, Settings.BatchSize, {CodeText.Of(classes)}));"
                : "";
        var generate = NetworkCalls.Generate(
            model,
            "sampleLatents.Draw(Settings.BatchSize)",
            "labels.Tensor.to(device)",
            sampled
        );
        return Code.Of(
            $$"""
            /// <summary>
            /// Replaces the running statistics of the BatchNorm layers that <c>Sample</c> uses by their means over fresh minibatches: standing
            /// statistics, what the weights give now rather than a trace of what former ones gave (Brock et al. 2018).
            /// </summary>
            /// <param name="minibatches">How many, at least 1, of the batch size of the options. Default: 16.</param>
            public void ComputeStandingStatistics(int minibatches = 16)
            {
                using var turn = use.Enter();
                {{labels}}
                StandingStatistics.Compute({{sampled}}, minibatches, () => {{generate}});
            }
            """
        );
    }

    private static IEnumerable<string> Summary(GanModel model) =>
        [
            $"{model.FullName}: {CodeText.Of(model.Loss)}, {CodeText.Of(model.Update)}",
            $"Generator: latents {model.Generator.Input} to {model.Data.Noun} {model.Data.Shape}",
            .. LayerTable.Lines("latents", model.Generator).Select(Indent),
            $"Discriminator: {model.JudgedNoun} {model.Discriminator.Input} to one logit each",
            .. LayerTable.Lines(model.JudgedNoun, model.Discriminator).Select(Indent),
        ];

    private static string Indent(string line) => "  " + line;
}
