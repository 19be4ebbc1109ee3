using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the GAN itself: what it holds, how it is created, how it samples.</summary>
internal sealed class GanEmitter : Emitter
{
    public override string Concern => "Gan";

    protected override IReadOnlyList<string> Usings =>
        ["System", "GanDsl", "GanDsl.Training", "TorchSharp", "static TorchSharp.torch"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var data = model.Data;
        var sizes = string.Join(", ", data.Shape.Sizes.Select(CodeText.Of));
        var classes = model.ClassCount is { } count ? CodeText.Of(count) : "null";
        var latents = $"{CodeText.Of(model.LatentDimensions)}, LatentDistribution.{model.LatentDistribution}";
        const string quotes = "\"\"\"";
        var measurements = CodeText.Of(Measurements.Of(model).Count);
        writer.Lines(
            $$"""
            private readonly ExclusiveUse use = new(nameof({{model.Name}}));
            private readonly Device device;
            private readonly RealExamples realExamples;
            private readonly LatentSource trainingLatents;
            private readonly LatentSource sampleLatents;
            private readonly StepLog log;{{(model.DrawsPenaltyNoise ? "\nprivate readonly UniformNoise penaltyNoise;" : "")}}

            /// <summary>Creates both networks, seeded by the options, and their optimisers.</summary>
            /// <param name="options">What to choose; null for the declared defaults.</param>
            /// <exception cref="GanException">An option is out of its range, or this machine does not have the device or the precision.</exception>
            public {{model.Name}}(Options? options = null)
            {
                Settings = options ?? new Options();
                Settings.Validate();
                device = GanDevices.Require(Settings.Device);
                var precision = GanPrecisions.Require(Settings.Precision, device);

                manual_seed(Settings.Seed);
                G = new {{model.Generator.Name}}{{Precision(model.Generator)}};
                D = new {{model.Discriminator.Name}}{{Precision(model.Discriminator)}};
                G.to(device);
                D.to(device);

                GeneratorOptimizer = {{model.Generator.OptimizerConstruction}};
                DiscriminatorOptimizer = {{model.Discriminator.OptimizerConstruction}};

                realExamples = new RealExamples(nameof({{model.Name}}), [{{sizes}}], {{CodeText.Of(
                data.Range
            )}}, classes: {{classes}}, device);

                // Two sequences, so that looking at samples does not change what training draws.
                trainingLatents = new LatentSource({{latents}}, Settings.Seed, sequence: 0, device);
                sampleLatents = new LatentSource({{latents}}, Settings.Seed, sequence: 1, device);{{(
                model.DrawsPenaltyNoise ? "\n    penaltyNoise = new UniformNoise(Settings.Seed, sequence: 2, device);" : ""
            )}}
                log = new StepLog(measurements: {{measurements}}, device);
            }

            /// <summary>The options that this GAN was created with.</summary>
            public Options Settings { get; }

            /// <summary>The generator: latents {{model.Generator.Input}} to {{data.Noun}} {{data.Shape}}.</summary>
            {{model.Generator.Accessibility}} {{model.Generator.Name}} G { get; }

            /// <summary>The discriminator: {{model.JudgedNoun}} {{model.Discriminator.Input}} to one logit each.</summary>
            {{model.Discriminator.Accessibility}} {{model.Discriminator.Name}} D { get; }

            /// <summary>Moves the parameters of G. Its learning rate may change between steps.</summary>
            public Optimizer GeneratorOptimizer { get; }

            /// <summary>Moves the parameters of D. Its learning rate may change between steps.</summary>
            public Optimizer DiscriminatorOptimizer { get; }

            /// <summary>Draws latents for <see cref="Sample(Latents{{(model.IsConditional ? ", Labels" : "")}})"/>; training is not affected.</summary>
            /// <param name="count">How many, at least 1.</param>
            public Latents DrawLatents(int count)
            {
                using var turn = use.Enter();
                return new Latents(sampleLatents.Draw(count));
            }

            {{Sampling(model)}}

            /// <summary>
            /// Saves the weights of both networks in one file of the format safetensors, under PyTorch's names with "generator." and
            /// "discriminator." in front.
            /// </summary>
            /// <param name="path">The file, usually *.safetensors; one that exists is replaced once the new one is complete.</param>
            /// <exception cref="GanException">The file cannot be written; one that was there is as it was.</exception>
            public void Save(string path)
            {
                using var turn = use.Enter();
                GanWeights.Save(path, nameof({{model.Name}}), G, D);
            }

            /// <summary>Loads weights that <see cref="Save"/> has written. Nothing changes where the file is refused.</summary>
            /// <param name="path">The file.</param>
            /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of other networks.</exception>
            public void Load(string path)
            {
                using var turn = use.Enter();
                GanWeights.Load(path, nameof({{model.Name}}), G, D);
            }

            /// <summary>Frees the networks, the optimisers and what they hold on the device.</summary>
            /// <exception cref="InvalidOperationException">Another thread is in the middle of a call; nothing is freed.</exception>
            public void Dispose()
            {
                if (!use.End())
                {
                    return;
                }

                log.Dispose();{{(model.DrawsPenaltyNoise ? "\n    penaltyNoise.Dispose();" : "")}}
                sampleLatents.Dispose();
                trainingLatents.Dispose();
                realExamples.Dispose();
                DiscriminatorOptimizer.Dispose();
                GeneratorOptimizer.Dispose();
                D.Dispose();
                G.Dispose();
            }

            /// <summary>What was declared: both networks with their shapes, parameters and multiply-adds.</summary>
            public override string ToString() =>
                {{quotes}}
            """
        );
        foreach (var line in Summary(model))
        {
            writer.Line("    " + line);
        }

        writer.Line($"    {quotes};");
    }

    private static string Precision(NetworkModel network) =>
        network is { HasBFloat16: true, IsComplete: true } ? " { Precision = precision }" : "()";

    private static string Sampling(GanModel model)
    {
        var data = model.Data;
        if (!model.IsConditional)
        {
            return $$"""
                /// <summary>Generates {{data.Noun}} from fresh latents, in evaluation mode and without gradients.</summary>
                /// <param name="count">How many, at least 1.</param>
                public {{data.Name}} Sample(int count)
                {
                    using var latents = DrawLatents(count);
                    return Sample(latents);
                }

                /// <summary>Generates {{data.Noun}} from given latents, in evaluation mode and without gradients.</summary>
                public {{data.Name}} Sample(Latents latents)
                {
                    using var turn = use.Enter();
                    using var scope = NewDisposeScope();
                    using var noGradients = no_grad();
                    using var evaluation = new EvaluationMode(G);

                    return new {{data.Name}}({{NetworkCalls.Generate(model, "latents.Tensor.to(device)", "")}});
                }
                """;
        }

        return $$"""
            /// <summary>Generates {{data.Noun}} of given classes from fresh latents, in evaluation mode and without gradients.</summary>
            /// <param name="labels">The class of each; they still belong to the caller.</param>
            public {{data.Name}} Sample(Labels labels)
            {
                using var latents = DrawLatents(labels.Count);
                return Sample(latents, labels);
            }

            /// <summary>Generates {{data.Noun}} of given classes from given latents, in evaluation mode and without gradients.</summary>
            /// <param name="latents">The latent of each; they still belong to the caller.</param>
            /// <param name="labels">The class of each; they still belong to the caller.</param>
            /// <exception cref="ArgumentException">There are not as many labels as latents.</exception>
            public {{data.Name}} Sample(Latents latents, Labels labels)
            {
                StepRows.RequireLabels(latents.Tensor, labels.Tensor);
                using var turn = use.Enter();
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                using var evaluation = new EvaluationMode(G);

                return new {{data.Name}}({{NetworkCalls.Generate(
                model,
                "latents.Tensor.to(device)",
                "labels.Tensor.to(device)"
            )}});
            }
            """;
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
