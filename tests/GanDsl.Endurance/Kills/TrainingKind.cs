using GanDsl.Endurance.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Endurance.Kills;

/// <summary>A small GAN and what it is trained on.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Create">Makes the GAN.</param>
/// <param name="Train">The steps of a training, lazily.</param>
internal sealed record TrainingKind(string Name, Func<IGan> Create, Func<IGan, int, IEnumerable<StepRecord>> Train)
{
    private const int Examples = 61;

    /// <summary>Every kind: together they have all that training draws, keeps and counts.</summary>
    public static IReadOnlyList<TrainingKind> All { get; } =
    [
        new(
            nameof(NoisyPoints),
            () => new NoisyPoints(),
            (gan, steps) => gan.Train(rows => new Minibatch(randn(rows, 2)), steps)
        ),
        new(nameof(AdaptiveImages), () => new AdaptiveImages(new() { Epochs = 1_000_000 }), OnData),
        new(nameof(ScheduledClusters), () => new ScheduledClusters(new() { Epochs = 1_000_000 }), OnData),
        new(
            nameof(PenalisedPoints),
            () => new PenalisedPoints(),
            (gan, steps) => gan.Train(rows => new Minibatch(randn(rows, 2)), steps)
        ),
    ];

    /// <summary>Some examples for a GAN, the same every time, with labels where it needs them.</summary>
    public static Dataset DataFor(IGan gan)
    {
        manual_seed(5);
        var examples = new TensorDataset(rand([Examples, .. gan.ExampleShape]), gan.Range);
        return gan.ClassCount is { } classes
            ? new LabeledDataset(examples, [.. Enumerable.Range(0, Examples).Select(index => index % classes)])
            : examples;
    }

    private static IEnumerable<StepRecord> OnData(IGan gan, int steps)
    {
        if (gan.StepCount >= steps)
        {
            yield break;
        }

        using var data = DataFor(gan);
        foreach (var step in gan.Train(data))
        {
            yield return step;
            if (step.Number >= steps)
            {
                yield break;
            }
        }
    }
}
