using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>What a GAN holds, how it is created and how it is disposed.</summary>
internal static class GanConstruction
{
    /// <summary>The fields, then the constructor.</summary>
    public static string Members(GanModel model) => Code.Paragraphs(Fields(model), Constructor(model));

    /// <summary>The method that frees what the constructor has made.</summary>
    public static string Dispose(GanModel model)
    {
        var disposeNoise = model.DrawsPenaltyNoise ? "penaltyNoise.Dispose();" : "";
        var disposeAverage = model.Average is null ? "" : "averagedGenerator.Dispose();";
        var disposeClassCounts = model.CountsClasses ? "classCounts.Dispose();" : "";
        var disposeAugmentation = model.Augmentation is { Adapts: true } ? "augmentation.Dispose();" : "";
        return Code.Of(
            $$"""
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
                {{disposeClassCounts}}
                {{disposeAugmentation}}
                {{disposeNoise}}
                sampleLatents.Dispose();
                trainingLatents.Dispose();
                realData.Dispose();
                discriminatorOptimizer.Dispose();
                generatorOptimizer.Dispose();
                discriminator.Dispose();
                {{disposeAverage}}
                generator.Dispose();
            }
            """
        );
    }

    /// <summary>The arguments of a source of latents that say what they are.</summary>
    public static string LatentsOf(GanModel model) =>
        $"{CodeText.Of(model.LatentDimensions)}, LatentDistribution.{model.LatentDistribution}";

    private static string Fields(GanModel model)
    {
        var noise = model.DrawsPenaltyNoise ? "private readonly UniformNoise penaltyNoise;" : "";
        var average = model.Average is null
            ? ""
            : Code.Of(
                $$"""
                private readonly {{model.Generator.Name}} averagedGenerator;
                private readonly AveragedWeights averagedWeights;
                """
            );
        var augmentation = model.Augmentation is { Adapts: true }
            ? "private readonly AdaptiveAugmentation augmentation;"
            : "";
        var classCounts = model.CountsClasses ? "private readonly ClassCounts classCounts;" : "";
        return Code.Of(
            $$"""
            private readonly ExclusiveUse use = new(nameof({{model.Name}}));
            private readonly {{model.Generator.Name}} generator;
            private readonly {{model.Discriminator.Name}} discriminator;
            private readonly Optimizer generatorOptimizer;
            private readonly Optimizer discriminatorOptimizer;
            private readonly Device device;
            private readonly RealDataAdapter realData;
            private readonly LatentSource trainingLatents;
            private readonly LatentSource sampleLatents;
            private readonly StepLog log;
            private readonly StepGraph graph;
            private readonly TrainingProgress progress = new();
            {{noise}}
            {{average}}
            {{augmentation}}
            {{classCounts}}
            """
        );
    }

    private static string Constructor(GanModel model)
    {
        var (generator, discriminator) = (model.Generator, model.Discriminator);
        var layouts = Code.Lines([.. Layout(generator, "G"), .. Layout(discriminator, "D")]);
        var sizes = CallText.Sizes(model.Data.Shape.Sizes);
        var range = CodeText.Of(model.Data.Range);
        var classes = model.ClassCount is { } count ? CodeText.Of(count) : "null";
        var latents = LatentsOf(model);
        var createNoise = model.DrawsPenaltyNoise
            ? "penaltyNoise = new UniformNoise(Settings.Seed, sequence: 2, device);"
            : "";
        var createAugmentation = model.Augmentation is { Construction: { } construction }
            ? $"augmentation = {construction};"
            : "";
        var createClassCounts = model.CountsClasses ? $"classCounts = new ClassCounts({classes}, device);" : "";
        return Code.Of(
            $$"""
            /// <summary>Creates both networks, seeded by the options, and their optimisers.</summary>
            /// <param name="options">What to choose; null for the declared defaults.</param>
            /// <exception cref="GanException">An option is out of its range, or this machine does not have the device or the precision.</exception>
            public {{model.Name}}(Options? options = null)
            {
                Settings = options ?? new Options();
                Settings.Validate();
                device = GanDevices.Require(Settings.Device);
                var precision = GanPrecisions.Require(Settings.Precision, device);
                use.Precision = precision;

                using var ordinaryTensors = inference_mode(false);
                using var firstWeights = FirstWeights.SeededBy(Settings.Seed);
                generator = {{Creation(generator)}};
                discriminator = {{Creation(discriminator)}};
                G.to(device);
                D.to(device);
                {{layouts}}

                generatorOptimizer = {{generator.OptimizerConstruction}};
                discriminatorOptimizer = {{discriminator.OptimizerConstruction}};

                realData = new RealDataAdapter(nameof({{model.Name}}), [{{sizes}}], {{range}}, classes: {{classes}}, device);

                // Two sequences, so that looking at samples does not change what training draws.
                trainingLatents = new LatentSource({{latents}}, Settings.Seed, sequence: 0, device);
                sampleLatents = new LatentSource({{latents}}, Settings.Seed, sequence: 1, device);
                {{createNoise}}
                {{CreateAverage(model)}}
                {{createAugmentation}}
                {{createClassCounts}}
                log = new StepLog(measurements: {{CodeText.Of(Measurements.Of(model).Count)}}, device);
                graph = {{Graph(model)}};
            }
            """
        );
    }

    private static string CreateAverage(GanModel model)
    {
        if (model.Average is not { } average)
        {
            return "";
        }

        var construction = new CallText("averagedWeights = new AveragedWeights")
            .Add("G")
            .Add("AveragedG")
            .Add(CodeText.Of(average.Decay))
            .AddUnless(0.0, "warmup", average.Warmup)
            .ToString();
        return Code.Of(
            $$"""
            averagedGenerator = {{Creation(model.Generator)}};
            AveragedG.to(device);
            {{Code.Lines(Layout(model.Generator, "AveragedG"))}}
            {{construction}};
            """
        );
    }

    private static string Graph(GanModel model)
    {
        var sources = model.DrawsPenaltyNoise ? "trainingLatents, penaltyNoise" : "trainingLatents";
        var own = model
            .Generator.Uncounted.Concat(model.Discriminator.Uncounted)
            .Concat(model.OwnLoss is { } loss ? [loss.Name] : Array.Empty<string>())
            .Distinct()
            .Select(name => ", " + CodeText.Of(name));
        return $"new StepGraph(Settings.CudaGraph, device, G, D, [{sources}]{string.Concat(own)})";
    }

    /// <summary>How the weights of a network lie in memory, which optimisers and averages take over.</summary>
    private static IEnumerable<string> Layout(NetworkModel network, string name) =>
        network.ConvolvesMaps
            ? [$"ChannelsLast.ApplyWhereFaster({name}, places: {CodeText.Of(network.LargestMap)}, device, precision);"]
            : [];

    private static string Creation(NetworkModel network) =>
        network is { HasBFloat16: true, IsComplete: true }
            ? $"new {network.Name} {{ Precision = precision }}"
            : $"new {network.Name}()";
}
