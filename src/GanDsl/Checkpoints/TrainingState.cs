using System.ComponentModel;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>All that the next training step of a GAN depends on besides the data; what the generated <c>SaveCheckpoint</c> saves.</summary>
/// <param name="Gan">The name of the GAN.</param>
/// <param name="Architecture">The layers of its networks, a line each.</param>
/// <param name="Options">What it was created with.</param>
/// <param name="Progress">Where training is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TrainingState(
    string Gan,
    IReadOnlyList<string> Architecture,
    IGanOptions Options,
    TrainingProgress Progress
)
{
    /// <summary>The name of the average that <c>[Ema]</c> keeps, among the networks.</summary>
    internal const string Average = "generator_average";

    /// <summary>The networks by name.</summary>
    public required Dictionary<string, nn.Module> Networks { get; init; }

    /// <summary>The optimisers by name.</summary>
    public required Dictionary<string, Optimizer> Optimizers { get; init; }

    /// <summary>The sources of random numbers by name.</summary>
    public required Dictionary<string, RandomSource> RandomSources { get; init; }

    /// <summary>The augmentation that adapts; null where there is none.</summary>
    public AdaptiveAugmentation? Augmentation { get; init; }

    /// <summary>The classes that were trained on; null where nobody counts them.</summary>
    public ClassCounts? ClassCounts { get; init; }

    /// <summary>The weights of all networks, with the name of each in front.</summary>
    internal Dictionary<string, Tensor> Weights() =>
        Networks
            .SelectMany(network => WeightFile.WeightsOf(network.Value, network.Key + "."))
            .ToDictionary(StringComparer.Ordinal);
}
