using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>What can be typed for every GAN: one option for each property of <see cref="IGanOptions"/>, with the defaults of the declaration.</summary>
internal sealed class GanOptionSet
{
    private readonly Option<string> device;
    private readonly Option<string> precision;
    private readonly Option<string> cudaGraph;
    private readonly Option<int> batchSize;
    private readonly Option<int> epochs;
    private readonly Option<int?> steps;
    private readonly Option<int> discriminatorSteps;
    private readonly Option<double> generatorLearningRate;
    private readonly Option<double> discriminatorLearningRate;
    private readonly Option<int> seed;
    private readonly int epochsByDefault;

    public GanOptionSet(IGanOptions defaults)
    {
        epochsByDefault = defaults.Epochs;
        device = OptionFactory.Choice("--device", defaults.Device, "Where to compute");
        precision = OptionFactory.Choice(
            "--precision",
            defaults.Precision,
            "What matrix products and convolutions are computed with"
        );
        cudaGraph = OptionFactory.Choice(
            "--cuda-graph",
            defaults.CudaGraph,
            "Whether training steps on a GPU are recorded and replayed"
        );
        batchSize = AtLeastOne("--batch-size", defaults.BatchSize, "Real examples of one minibatch");
        epochs = AtLeastOne(
            "--epochs",
            defaults.Epochs,
            "How often to go through the data; where steps are given, it ends training only if it is typed"
        );
        steps = OptionFactory.OptionalCount(
            "--steps",
            defaults.Steps,
            "The training steps after which training ends",
            least: 1,
            int.MaxValue
        );
        discriminatorSteps = AtLeastOne(
            "--discriminator-steps",
            defaults.DiscriminatorSteps,
            "Discriminator steps of one training step"
        );
        generatorLearningRate = OptionFactory.Positive(
            "--generator-learning-rate",
            defaults.GeneratorLearningRate,
            "The step size of the generator's optimiser"
        );
        discriminatorLearningRate = OptionFactory.Positive(
            "--discriminator-learning-rate",
            defaults.DiscriminatorLearningRate,
            "The step size of the discriminator's optimiser"
        );
        seed = OptionFactory.Count(
            "--seed",
            defaults.Seed,
            "Where random numbers start; the same seed gives the same result",
            int.MinValue,
            int.MaxValue
        );
    }

    /// <summary>The options that training needs, in the order in which help lists them.</summary>
    /// <param name="hasEpochs">Whether there is something to go through.</param>
    public IEnumerable<Option> OfTraining(bool hasEpochs) =>
        [
            .. hasEpochs ? [epochs] : Array.Empty<Option>(),
            steps,
            batchSize,
            discriminatorSteps,
            generatorLearningRate,
            discriminatorLearningRate,
            .. OfSampling,
            cudaGraph,
        ];

    /// <summary>The options that say how long training is: a run goes on with those that are typed, or else with its own.</summary>
    public IReadOnlyList<Option> OfLength => [epochs, steps];

    /// <summary>The options that are left without training.</summary>
    public IReadOnlyList<Option> OfSampling => [seed, .. OfExport];

    /// <summary>The options that are left where nothing is drawn, either: those without which the GAN may not exist on this machine.</summary>
    public IReadOnlyList<Option> OfExport => [device, precision];

    /// <summary>What was typed, and the defaults of the rest.</summary>
    public IGanOptions Chosen(ParseResult parsed) =>
        new ChosenOptions
        {
            Device = parsed.Value<GanDevice>(device),
            Precision = parsed.Value<GanPrecision>(precision),
            CudaGraph = parsed.Value<GanCudaGraph>(cudaGraph),
            BatchSize = parsed.GetValue(batchSize),
            Epochs =
                !HasEffect(parsed, epochs) ? int.MaxValue
                : parsed.IsTyped(epochs) ? parsed.GetValue(epochs)
                : epochsByDefault,
            Steps = parsed.GetValue(steps),
            DiscriminatorSteps = parsed.GetValue(discriminatorSteps),
            GeneratorLearningRate = parsed.GetValue(generatorLearningRate),
            DiscriminatorLearningRate = parsed.GetValue(discriminatorLearningRate),
            Seed = parsed.GetValue(seed),
        };

    /// <summary>Whether the value of an option counts: a number of steps alone says how long, so epochs count beside it only where they are typed.</summary>
    public bool HasEffect(ParseResult parsed, Option option) =>
        option != epochs || parsed.GetValue(steps) is null || parsed.IsTyped(epochs);

    /// <summary>Gives the optimisers the step sizes that are typed; without it they keep those of their checkpoint.</summary>
    public void ApplyTypedLearningRates(ParseResult typed, IGan gan)
    {
        if (typed.IsTyped(generatorLearningRate))
        {
            gan.GeneratorOptimizer.LearningRate = typed.GetValue(generatorLearningRate);
        }

        if (typed.IsTyped(discriminatorLearningRate))
        {
            gan.DiscriminatorOptimizer.LearningRate = typed.GetValue(discriminatorLearningRate);
        }
    }

    private static Option<int> AtLeastOne(string name, int value, string description) =>
        OptionFactory.Count(name, value, description, least: 1, int.MaxValue);
}
