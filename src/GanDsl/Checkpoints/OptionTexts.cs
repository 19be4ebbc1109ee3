using System.Globalization;
using GanDsl.Training;

namespace GanDsl;

/// <summary>The options of a GAN by name, as text that does not depend on the language of the system.</summary>
internal static class OptionTexts
{
    public static IReadOnlyDictionary<string, string?> Of(IGanOptions options) =>
        new Dictionary<string, string?>
        {
            [nameof(options.Device)] = options.Device.ToString(),
            [nameof(options.Precision)] = options.Precision.ToString(),
            [nameof(options.CudaGraph)] = options.CudaGraph.ToString(),
            [nameof(options.BatchSize)] = Text(options.BatchSize),
            [nameof(options.Epochs)] = Text(options.Epochs),
            [nameof(options.Steps)] = options.Steps is { } steps ? Text(steps) : null,
            [nameof(options.DiscriminatorSteps)] = Text(options.DiscriminatorSteps),
            [nameof(options.GeneratorLearningRate)] = Text(options.GeneratorLearningRate),
            [nameof(options.DiscriminatorLearningRate)] = Text(options.DiscriminatorLearningRate),
            [nameof(options.Seed)] = Text(options.Seed),
        };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
