using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits what lets a program train any GAN: the library's interface, by calls of the typed members.</summary>
internal sealed class InterfaceEmitter : Emitter
{
    public override string Concern => "Interface";

    protected override IReadOnlyList<string> Usings =>
        [
            "global::System",
            "global::System.Collections.Generic",
            "global::System.Threading",
            "global::GanDsl",
            "global::GanDsl.Training",
            "static global::TorchSharp.torch",
        ];

    protected override string InheritsOf(GanModel model) => $" : IGan<{model.Name}.{model.Data.Name}>";

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var data = model.Data;
        var sizes = string.Join(", ", data.Shape.Sizes.Select(CodeText.Of));
        var classes = model.ClassCount is { } count ? CodeText.Of(count) : "null";
        var least = model.LossDefinition.LeastDiscriminatorLoss is { } bound ? CodeText.Of(bound) : "null";
        var undecided = model.LossDefinition.UndecidedScore(model.Smoothing) is { } score ? CodeText.Of(score) : "null";
        var discriminatorSteps = UpdateRule.Of(model.Update).DiscriminatorSchedule(model);
        writer.Lines(
            $$"""
            IGanOptions IGan.Settings => Settings;

            Device IGan.Device => device;

            nn.Module IGan.Generator => G;

            nn.Module IGan.SampledGenerator => SampledG;

            nn.Module IGan.Discriminator => D;

            int IGan.LatentDimensions => {{CodeText.Of(model.LatentDimensions)}};

            LatentDistribution IGan.LatentDistribution => {{CodeText.Of(model.LatentDistribution)}};

            IReadOnlyList<long> IGan.ExampleShape => [{{sizes}}];

            ValueRange IGan.Range => {{CodeText.Of(data.Range)}};

            int? IGan.ClassCount => {{classes}};

            int IGan.Packing => {{CodeText.Of(model.Packing)}};

            double? IGan.LeastDiscriminatorLoss => {{least}};

            double? IGan.UndecidedScore => {{undecided}};

            IEnumerable<StepRecord> IGan.Train(Dataset data, int? epochs, CancellationToken cancellationToken) =>
                TrainOn(data, epochs, cancellationToken);

            IEnumerable<StepRecord> IGan.Train(Func<int, Minibatch> sampler, int? steps, CancellationToken cancellationToken) =>
                TrainOn(new StreamingSource(use.IfOpen(realData), sampler, {{discriminatorSteps}}, Settings.BatchSize, Settings.Seed), steps, cancellationToken);

            {{Step(model)}}

            LatentBatch IGan.DrawLatents(int count) => DrawLatents(count);

            LatentBatch IGan.DrawLatents(int count, int seed) => DrawLatents(count, seed);

            {{Sample(model)}}
            """
        );
    }

    private static string Step(GanModel model)
    {
        var labels = model.IsConditional ? "realData.AdaptLabels(real), " : "";
        var k = PublicSteps.NextDiscriminatorSteps(model);
        return $$"""
            StepRecord IGan.Step(Minibatch real)
            {
                using var scope = NewDisposeScope();
                return Step(realData.Adapt(real.Examples), {{labels}}givenLatents: null{{k}});
            }
            """;
    }

    private static string Sample(GanModel model)
    {
        var type = $"{model.Data.Name} IGan<{model.Data.Name}>.Sample";
        if (!model.IsConditional)
        {
            return $$"""
                {{type}}(int count, IReadOnlyList<int>? labels)
                {
                    SampleLabels.RequireNone(nameof({{model.Name}}), labels);
                    return Sample(count);
                }

                {{type}}(LatentBatch latents, IReadOnlyList<int>? labels)
                {
                    SampleLabels.RequireNone(nameof({{model.Name}}), labels);
                    using var given = new Latents(latents.Tensor.alias());
                    return Sample(given);
                }
                """;
        }

        var classes = CodeText.Of(model.ClassCount ?? 0);
        return $$"""
            {{type}}(int count, IReadOnlyList<int>? labels)
            {
                using var latents = DrawLatents(count);
                using var classes = new Labels(SampleLabels.OrEachInTurn(labels, count, {{classes}}));
                return Sample(latents, classes);
            }

            {{type}}(LatentBatch latents, IReadOnlyList<int>? labels)
            {
                using var given = new Latents(latents.Tensor.alias());
                using var classes = new Labels(SampleLabels.OrEachInTurn(labels, latents.Count, {{classes}}));
                return Sample(given, classes);
            }
            """;
    }
}
