using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

public sealed class BestCheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_checkpoint_with_the_lowest_score_stays_beside_the_last_ones()
    {
        var checkpoints = new CheckpointFolder(folder["checkpoints"], keep: 1);
        using IGan gan = new NarrowGan(new NarrowGan.Options { BatchSize = 4 });
        Assert.Null(checkpoints.Best);
        double?[] scores = [null, 0.5, double.NaN, 0.25, 0.75, null];

        List<string?> best = [];
        foreach (var score in scores)
        {
            gan.Step(new Minibatch(randn(4, 2)));
            checkpoints.Save(gan, score);
            best.Add(Path.GetFileName(checkpoints.Best));
        }

        Assert.Equal([null, "step-2", "step-2", "step-4", "step-4", "step-4"], best);
        Assert.Equal(["step-6", "step-4"], checkpoints.All.Select(Path.GetFileName));
    }
}
