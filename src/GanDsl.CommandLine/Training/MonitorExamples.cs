using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.CommandLine;

/// <summary>Gives the monitors of a run the real examples that they compare generated ones with, and changes nothing for training by it.</summary>
internal static class MonitorExamples
{
    private const int Count = 64;

    /// <summary>Examples of a data set, evenly spread over it.</summary>
    public static void Give(TrainingMonitors monitors, Dataset data)
    {
        if (Waiting(monitors) is not { Count: > 0 } waiting || data.Count < 2)
        {
            return;
        }

        var count = Math.Min(Count, data.Count);
        // A set that draws random numbers while it reads draws them again afterwards.
        using var random = new SeededRandomness(0, CPU);
        using var examples = data.Read([
            .. Enumerable.Range(0, count).Select(index => (int)((long)index * data.Count / count)),
        ]);
        waiting.ForEach(monitor => monitor.CompareWith(examples));
    }

    /// <summary>Examples that a sampler draws first for training: to ask for others might change what it draws next.</summary>
    public static Func<int, Minibatch> Watched(TrainingMonitors monitors, Func<int, Minibatch> sampler) =>
        count =>
        {
            var drawn = sampler(count);
            // What is wrong with an answer is said by training.
            if (Waiting(monitors) is { Count: > 0 } waiting && drawn?.Examples is { IsInvalid: false } examples)
            {
                if (examples.dim() >= 2 && examples.shape[0] >= 2 && examples.numel() > 0)
                {
                    waiting.ForEach(monitor => monitor.CompareWith(examples));
                }
            }

            return drawn!;
        };

    private static List<RealExamplesMonitor> Waiting(TrainingMonitors monitors) =>
        [.. monitors.Monitors.OfType<RealExamplesMonitor>().Where(monitor => !monitor.HasReal)];
}
