using GanDsl.Training;

namespace GanDsl.Tests;

/// <summary>Single epochs of minibatches.</summary>
internal static class MinibatchEpochs
{
    /// <summary>An epoch from its beginning on.</summary>
    public static IEnumerable<Minibatch> Epoch(
        this Minibatches minibatches,
        int epoch,
        CancellationToken cancellationToken = default
    )
    {
        var progress = new TrainingProgress();
        for (var begun = 0; begun < epoch; begun++)
        {
            progress.BeginEpoch(epoch);
        }

        return minibatches.Epoch(progress, cancellationToken);
    }
}
