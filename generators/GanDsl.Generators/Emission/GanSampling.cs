using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>How a GAN generates examples.</summary>
internal static class GanSampling
{
    public static string Members(GanModel model)
    {
        var parameters = model.IsConditional ? "Latents, Labels" : "Latents";
        var drawLatents = Code.Of(
            $$"""
            /// <summary>Draws latents for <see cref="Sample({{parameters}})"/>; training is not affected.</summary>
            /// <param name="count">How many, at least 1.</param>
            /// <exception cref="GanException">It is less.</exception>
            public Latents DrawLatents(int count)
            {
                using var turn = use.Enter();
                return new Latents(sampleLatents.Draw(count));
            }

            /// <summary>Draws the latents of a seed: the same ones at each call, and what is drawn without a seed stays as it is.</summary>
            /// <param name="count">How many, at least 1.</param>
            /// <param name="seed">Any number.</param>
            /// <exception cref="GanException">The count is less.</exception>
            public Latents DrawLatents(int count, int seed)
            {
                using var turn = use.Enter();
                using var source = new LatentSource({{GanConstruction.LatentsOf(model)}}, seed, sequence: 1, device);
                return new Latents(source.Draw(count));
            }
            """
        );
        return Code.Paragraphs(
            drawLatents,
            model.IsConditional ? SamplingOfClasses(model) : Sampling(model),
            model.Generator.KeepsMinibatchStatistics ? Statistics(model) : ""
        );
    }

    /// <summary>The network that examples are drawn from.</summary>
    public static string Sampled(GanModel model) => model.Average is null ? "G" : "SampledG";

    private static string Sampling(GanModel model)
    {
        var (noun, batch) = (model.Data.Noun, model.Data.Name);
        var sampled = Sampled(model);
        var generate = InOrder(model, NetworkCalls.Generate(model, "latents.Tensor.to(device)", "", sampled));
        return Code.Of(
            $$"""
            /// <summary>Generates {{noun}} from fresh latents, in evaluation mode and without gradients.</summary>
            /// <param name="count">How many, at least 1.</param>
            /// <exception cref="GanException">It is less.</exception>
            public {{batch}} Sample(int count)
            {
                using var latents = DrawLatents(count);
                return Sample(latents);
            }

            /// <summary>Generates {{noun}} from given latents, in evaluation mode and without gradients.</summary>
            /// <param name="latents">The latent of each; they still belong to the caller.</param>
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

    private static string Statistics(GanModel model) =>
        model.CountsClasses
            ? StatisticsOfClasses(model)
            : Code.Of(
                $$"""
                /// <summary>
                /// Replaces the running statistics of the BatchNorm layers that <c>Sample</c> uses by their means over fresh minibatches: standing
                /// statistics, what the weights give now rather than a trace of what former ones gave (Brock et al. 2018).
                /// </summary>
                /// <param name="minibatches">How many, at least 1, of the batch size of the options. Default: 16.</param>
                /// <exception cref="GanException">There are less.</exception>
                public void ComputeStandingStatistics(int minibatches = 16)
                {
                    using var turn = use.Enter();
                    StandingStatistics.Compute({{Sampled(model)}}, minibatches, () => {{GenerateForStatistics(model)}});
                }
                """
            );

    /// <summary>G was trained on minibatches of many classes, so each minibatch draws its own.</summary>
    private static string StatisticsOfClasses(GanModel model)
    {
        var sampled = Sampled(model);
        var classes = CodeText.Of(model.ClassCount ?? 0);
        return Code.Of(
            $$"""
            /// <summary>
            /// Replaces the running statistics of the BatchNorm layers that <c>Sample</c> uses by their means over fresh minibatches: standing
            /// statistics, what the weights give now rather than a trace of what former ones gave (Brock et al. 2018). Classes are drawn at
            /// random for each minibatch, as often as training has met them since this GAN was made or given weights by
            /// <see cref="Load"/>; equally often where it has not trained since.
            /// </summary>
            /// <param name="minibatches">How many, at least 1, of the batch size of the options. Default: 16.</param>
            /// <exception cref="GanException">There are less.</exception>
            public void ComputeStandingStatistics(int minibatches = 16)
            {
                using var turn = use.Enter();
                ComputeStandingStatistics(minibatches, new LabelDraws(classCounts.ToArray(), Settings.Seed, sampleLatents.Draws));
            }

            /// <summary>Standing statistics over classes that are drawn from given labels, each as often as it is among them.</summary>
            /// <param name="minibatches">How many, at least 1, of the batch size of the options.</param>
            /// <param name="labels">Any number of classes, such as the labels of the data that the weights were trained on.</param>
            /// <exception cref="ArgumentException">There are no labels, or one names no class.</exception>
            /// <exception cref="GanException">There are less minibatches.</exception>
            public void ComputeStandingStatistics(int minibatches, IReadOnlyList<int> labels)
            {
                using var turn = use.Enter();
                ComputeStandingStatistics(minibatches, new LabelDraws(ClassCounts.Of(labels, {{classes}}), Settings.Seed, sampleLatents.Draws));
            }

            private void ComputeStandingStatistics(int minibatches, LabelDraws classes) =>
                StandingStatistics.Compute({{sampled}}, minibatches, () =>
                {
                    using var labels = new Labels(classes.Next(Settings.BatchSize));
                    return {{GenerateForStatistics(model)}};
                });
            """
        );
    }

    private static string GenerateForStatistics(GanModel model) =>
        NetworkCalls.Generate(
            model,
            "sampleLatents.Draw(Settings.BatchSize)",
            "labels.Tensor.to(device)",
            Sampled(model)
        );

    /// <summary>Samples lie in memory as everybody expects them, whatever the layout of G's maps.</summary>
    private static string InOrder(GanModel model, string samples) =>
        model.Generator.ConvolvesMaps ? samples + ".contiguous()" : samples;
}
