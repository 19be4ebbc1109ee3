using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the options, with the defaults that the attributes declare.</summary>
internal sealed class OptionsEmitter : Emitter
{
    public override string Concern => "Options";

    protected override IReadOnlyList<string> Usings => ["global::GanDsl", "global::GanDsl.Training"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var least = CodeText.Of(model.LeastBatchSize);
        var divisor = Divisor(model);
        var (batchSize, epochs) = (CodeText.Of(model.BatchSize), CodeText.Of(model.Epochs));
        var discriminatorSteps = DiscriminatorSteps(model);
        var learningRateOfG = LearningRate("Generator", "G", model.Generator.LearningRate);
        var learningRateOfD = LearningRate("Discriminator", "D", model.Discriminator.LearningRate);
        var conversion = Conversion(model);
        var checks = Code.Lines(Checks(model));
        writer.Lines(
            $$"""
            /// <summary>
            /// What can be chosen when the GAN is created. The defaults are those of the declaration. A plain record: it can be
            /// bound from configuration and from the command line.
            /// </summary>
            {{GeneratedCode}}
            public sealed record Options : IGanOptions
            {
                /// <summary>Where the networks live and train. Default: the processor.</summary>
                public GanDevice Device { get; init; } = GanDevice.Cpu;

                /// <summary>What matrix products and convolutions are computed with. Default: float32.</summary>
                public GanPrecision Precision { get; init; } = GanPrecision.Float32;

                /// <summary>Whether training steps on a GPU are recorded as a CUDA graph and replayed. Default: where it is known to be right.</summary>
                public GanCudaGraph CudaGraph { get; init; } = GanCudaGraph.Automatic;

                /// <summary>m, the real examples of one minibatch; at least {{least}}{{divisor}}. Default: {{batchSize}}.</summary>
                public int BatchSize { get; init; } = {{batchSize}};

                /// <summary>How often training goes through the data; at least 1. Default: {{epochs}}.</summary>
                public int Epochs { get; init; } = {{epochs}};

                /// <summary>The training steps after which training ends, at least 1; null for no such end. Default: null.</summary>
                public int? Steps { get; init; }

                {{discriminatorSteps}}

                {{learningRateOfG}}

                {{learningRateOfD}}

                /// <summary>Where all random numbers start: same seed, same machine, same thread count, same bits. Default: 0.</summary>
                public int Seed { get; init; }

                {{conversion}}

                /// <summary>Refuses values that cannot be trained with.</summary>
                /// <exception cref="GanException">A value is out of its range; the message names it.</exception>
                internal void Validate()
                {
                    {{checks}}
                }
            }
            """
        );
    }

    private static string Divisor(GanModel model)
    {
        var divisor = CodeText.Of(model.AccumulatedParts * model.Packing);
        return (model.AccumulatesGradients, model.Packing) switch
        {
            (false, 1) => "",
            (false, _) => $" and a multiple of {divisor}, which D judges at once",
            _ =>
                $" and a multiple of {divisor}, as gradients of {CodeText.Of(model.AccumulatedParts)} parts are accumulated",
        };
    }

    private static string DiscriminatorSteps(GanModel model)
    {
        var steps = CodeText.Of(model.DiscriminatorSteps);
        var others = model.DiscriminatorSchedule is { } schedule
            ? $" but for {schedule.Text}, which make {CodeText.Of(schedule.DiscriminatorSteps)}"
            : "";
        return HasDiscriminatorSteps(model)
            ? Code.Of(
                $$"""
                /// <summary>k, the discriminator steps of one training step{{others}}; at least 1. Default: {{steps}}.</summary>
                public int DiscriminatorSteps { get; init; } = {{steps}};
                """
            )
            : "int IGanOptions.DiscriminatorSteps => 1;";
    }

    private static string Conversion(GanModel model)
    {
        var hasSteps = HasDiscriminatorSteps(model);
        var exception = hasSteps
            ? ""
            : "/// <exception cref=\"GanException\">There is more than one discriminator step.</exception>";
        var check = hasSteps ? "" : "OptionCheck.OneDiscriminatorStep(options.DiscriminatorSteps);";
        var discriminatorSteps = hasSteps ? "DiscriminatorSteps = options.DiscriminatorSteps," : "";
        return Code.Of(
            $$"""
            /// <summary>The same choices as in the options of any GAN, such as those of a command line.</summary>
            {{exception}}
            public static Options Of(IGanOptions options)
            {
                {{check}}
                return new Options
                {
                    Device = options.Device,
                    Precision = options.Precision,
                    CudaGraph = options.CudaGraph,
                    BatchSize = options.BatchSize,
                    Epochs = options.Epochs,
                    Steps = options.Steps,
                    {{discriminatorSteps}}
                    GeneratorLearningRate = options.GeneratorLearningRate,
                    DiscriminatorLearningRate = options.DiscriminatorLearningRate,
                    Seed = options.Seed,
                };
            }
            """
        );
    }

    private static string LearningRate(string network, string symbol, double rate)
    {
        var step = CodeText.Of(rate);
        return Code.Of(
            $$"""
            /// <summary>The step size of {{symbol}}'s optimiser, above 0. Default: {{step}}.</summary>
            public double {{network}}LearningRate { get; init; } = {{step}};
            """
        );
    }

    private static IEnumerable<string> Checks(GanModel model)
    {
        if (model.LeastRowsOfNormalization > 1)
        {
            yield return "// A layer normalises one value per channel over the minibatch, and the variance of one value is zero.";
        }

        yield return $"OptionCheck.AtLeast({CodeText.Of(model.LeastBatchSize)}, BatchSize, nameof(BatchSize));";
        if (model.Packing > 1 || model.AccumulatesGradients)
        {
            yield return new CallText("OptionCheck.WholeParts")
                .Add("BatchSize")
                .AddUnless(1, "parts", model.AccumulatedParts)
                .AddUnless(1, "packing", model.Packing) + ";";
        }

        yield return "OptionCheck.AtLeast(1, Epochs, nameof(Epochs));";
        yield return "OptionCheck.AtLeast(1, Steps ?? 1, nameof(Steps));";
        if (HasDiscriminatorSteps(model))
        {
            yield return "OptionCheck.AtLeast(1, DiscriminatorSteps, nameof(DiscriminatorSteps));";
            yield return "OptionCheck.RowsPerStep(DiscriminatorSteps, BatchSize);";
            if (model.DiscriminatorSchedule is { } schedule)
            {
                yield return $"OptionCheck.RowsPerStep({CodeText.Of(schedule.DiscriminatorSteps)}, BatchSize);";
            }
        }

        yield return "OptionCheck.LearningRate(GeneratorLearningRate, nameof(GeneratorLearningRate));";
        yield return "OptionCheck.LearningRate(DiscriminatorLearningRate, nameof(DiscriminatorLearningRate));";
    }

    private static bool HasDiscriminatorSteps(GanModel model) => model.Update != GanUpdate.Simultaneous;
}
