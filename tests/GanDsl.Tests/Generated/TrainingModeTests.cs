using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>The layers that do one thing in training and another in evaluation: batch normalisation and dropout.</summary>
public sealed class TrainingModeTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Running_statistics_follow_the_batches_and_serve_in_evaluation()
    {
        using var gan = new VectorLayersGan();
        var latents = Numbers.Of(5, 4);
        var before = new Probe(gan.G, latents);
        var x = ByHand.Linear(Block.Of(latents), before.State("linear1.weight"), null);
        var (mean, variance, count) = ByHand.Moments(x);

        // PyTorch: the running variance follows the unbiased one.
        var state = gan.G.state_dict();
        double[] expectedMean = [.. mean.Select(value => 0.3 * value)];
        double[] expectedVariance = [.. variance.Select(value => 0.7 + (0.3 * value * count / (count - 1)))];
        Values.AssertRelative(expectedMean, Values.Of(state["batchNorm1.running_mean"]), 1e-12);
        Values.AssertRelative(expectedVariance, Values.Of(state["batchNorm1.running_var"]), 1e-12);
        Assert.Equal(1, Values.Single(state["batchNorm1.num_batches_tracked"]));
        Assert.DoesNotContain("batchNorm2.weight", state.Keys);
    }

    [Fact]
    public void Batch_normalisation_evaluates_with_its_running_statistics()
    {
        using var gan = new VectorLayersGan();
        gan.G.call(Numbers.Of(5, 4));
        gan.G.eval();
        var latents = Numbers.Of(1, 4);

        var probe = new Probe(gan.G, latents);

        var x = ByHand.Linear(Block.Of(latents), probe.State("linear1.weight"), null);
        var mean = probe.State("batchNorm1.running_mean").Numbers;
        var variance = probe.State("batchNorm1.running_var").Numbers;
        Assert.DoesNotContain(1, variance);
        probe.Gives("batchNorm1", ByHand.BatchNorm(x, mean, variance, null, null, 1e-5));
    }

    [Fact]
    public void Dropout_drops_its_share_and_scales_the_rest_in_training_only()
    {
        using var gan = new DroppingGan(new() { Seed = 12 });
        using (no_grad())
        {
            gan.G.get_parameter("linear1.weight")!.zero_();
            gan.G.get_parameter("linear1.bias")!.fill_(3);
        }

        var training = Values.Of(gan.G.call(ones(4, 1)));
        gan.G.eval();
        var evaluation = Values.Of(gan.G.call(ones(4, 1)));

        Assert.All(training, value => Assert.True(value == 0 || Math.Abs(value - 4) < 1e-12));
        Assert.All(evaluation, value => Assert.Equal(3, value));

        // 20 000 draws: five standard errors.
        Assert.Equal(0.25, training.Count(value => value == 0) / 20000.0, 5 * Math.Sqrt(0.25 * 0.75 / 20000));
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }
}
