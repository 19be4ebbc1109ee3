using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the options, with the defaults that the attributes declare.</summary>
internal sealed class OptionsEmitter : Emitter
{
    public override string Concern => "Options";

    protected override IReadOnlyList<string> Usings => ["GanDsl", "GanDsl.Training"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var hasDiscriminatorSteps = model.Update != GanUpdate.Simultaneous;
        writer.Lines(
            $"""
            /// <summary>
            /// What can be chosen when a {model.Name} is created. The defaults are those of the declaration. A plain record: it can be
            /// bound from configuration and from the command line.
            /// </summary>
            """
        );
        using (writer.Block("public sealed record Options : IGanOptions"))
        {
            writer.Lines(
                $$"""
                /// <summary>Where the networks live and train. Default: the processor.</summary>
                public GanDevice Device { get; init; } = GanDevice.Cpu;

                /// <summary>What matrix products and convolutions are computed with. Default: float32.</summary>
                public GanPrecision Precision { get; init; } = GanPrecision.Float32;

                /// <summary>m, the real examples of one minibatch; at least {{CodeText.Of(
                    model.LeastBatchSize
                )}}{{(model.Packing > 1 ? $" and a multiple of {CodeText.Of(model.Packing)}, which D judges at once" : "")}}. Default: {{CodeText.Of(
                    model.BatchSize
                )}}.</summary>
                public int BatchSize { get; init; } = {{CodeText.Of(model.BatchSize)}};

                /// <summary>How often training goes through the data; at least 1. Default: {{CodeText.Of(
                    model.Epochs
                )}}.</summary>
                public int Epochs { get; init; } = {{CodeText.Of(model.Epochs)}};

                /// <summary>The training steps after which training ends, at least 1; null for no such end. Default: null.</summary>
                public int? Steps { get; init; }

                """
            );
            if (hasDiscriminatorSteps)
            {
                writer.Lines(
                    $$"""
                    /// <summary>k, the discriminator steps of one training step; at least 1. Default: {{CodeText.Of(
                        model.DiscriminatorSteps
                    )}}.</summary>
                    public int DiscriminatorSteps { get; init; } = {{CodeText.Of(model.DiscriminatorSteps)}};

                    """
                );
            }
            else
            {
                writer.Lines(
                    """
                    int IGanOptions.DiscriminatorSteps => 1;

                    """
                );
            }

            WriteLearningRate(writer, "Generator", "G", model.Generator.LearningRate);
            WriteLearningRate(writer, "Discriminator", "D", model.Discriminator.LearningRate);
            writer.Lines(
                """
                /// <summary>Where all random numbers start: same seed, same machine, same thread count, same bits. Default: 0.</summary>
                public int Seed { get; init; }

                """
            );
            WriteValidate(writer, model, hasDiscriminatorSteps);
        }
    }

    private static void WriteLearningRate(SourceWriter writer, string network, string symbol, double rate) =>
        writer.Lines(
            $$"""
            /// <summary>The step size of {{symbol}}'s optimiser, above 0. Default: {{CodeText.Of(rate)}}.</summary>
            public double {{network}}LearningRate { get; init; } = {{CodeText.Of(rate)}};

            """
        );

    private static void WriteValidate(SourceWriter writer, GanModel model, bool hasDiscriminatorSteps)
    {
        writer.Line("/// <summary>Refuses values that cannot be trained with.</summary>");
        writer.Line(
            "/// <exception cref=\"GanException\">A value is out of its range; the message names it.</exception>"
        );
        using (writer.Block("internal void Validate()"))
        {
            if (model.LeastRowsOfNormalization > 1)
            {
                writer.Line(
                    "// A layer normalises one value per channel over the minibatch, and the variance of one value is zero."
                );
            }

            writer.Line($"OptionCheck.AtLeast({CodeText.Of(model.LeastBatchSize)}, BatchSize, nameof(BatchSize));");
            if (model.Packing > 1)
            {
                writer.Line($"OptionCheck.MultipleOf({CodeText.Of(model.Packing)}, BatchSize, nameof(BatchSize));");
            }

            writer.Line("OptionCheck.AtLeast(1, Epochs, nameof(Epochs));");
            writer.Line("OptionCheck.AtLeast(1, Steps ?? 1, nameof(Steps));");
            if (hasDiscriminatorSteps)
            {
                writer.Line("OptionCheck.AtLeast(1, DiscriminatorSteps, nameof(DiscriminatorSteps));");
                writer.Line("OptionCheck.RowsPerStep(DiscriminatorSteps, BatchSize);");
            }

            writer.Line("OptionCheck.Positive(GeneratorLearningRate, nameof(GeneratorLearningRate));");
            writer.Line("OptionCheck.Positive(DiscriminatorLearningRate, nameof(DiscriminatorLearningRate));");
        }
    }
}
