using GanDsl.Modules;
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

    /// <summary>Each update of D takes two passes through D, that of G one; two updates of D where the rule alternates.</summary>
    [Theory]
    [InlineData(typeof(AlternatingNonSaturatingBatchNormGan), 3, 5)]
    [InlineData(typeof(AlternatingSharedFakesNonSaturatingBatchNormGan), 2, 5)]
    [InlineData(typeof(SimultaneousNonSaturatingBatchNormGan), 1, 2)]
    public void A_step_counts_the_minibatches_of_each_layer(Type type, int passesOfG, int passesOfD)
    {
        const int Steps = 2;
        (string, object)[] updates = passesOfG == 1 ? [] : [("DiscriminatorSteps", 2)];
        using var gan = EveryGan.Create(type, batch: 4, Steps, updates);
        using var data = EveryGan.DataFor(gan);

        Assert.Equal(Steps, gan.Train(data).Count());

        Assert.Equal(Steps * passesOfG, Of(gan.Generator));
        Assert.Equal(Steps * passesOfD, Of(gan.Discriminator));
    }

    [Fact]
    public void Minibatches_of_a_step_that_fails_are_not_counted_and_those_of_other_layers_are_at_once()
    {
        using var gan = new VectorLayersGan();
        using var other = new BatchNormalization(4, rank: 1);
        var counts = new MinibatchCounts(gan.G);
        double[] Counted() => [Of(gan.G, "batchNorm1"), Values.Single(other.num_batches_tracked!)];

        Assert.Throws<InvalidOperationException>(() =>
            counts.OfStep(() =>
            {
                gan.G.call(Numbers.Of(5, 4));
                other.call(Numbers.Of(5, 4));
                Assert.Equal([0, 1], Counted());
                throw new InvalidOperationException();
            })
        );

        Assert.Equal([0, 1], Counted());
        counts.OfStep(() => gan.G.call(Numbers.Of(5, 4)));
        Assert.Equal([1, 1], Counted());
        gan.G.call(Numbers.Of(5, 4));
        Assert.Equal([2, 1], Counted());
    }

    /// <summary>As a module of the user's may do in the middle of a step.</summary>
    [Fact]
    public void A_layer_whose_count_is_replaced_or_gone_by_the_end_of_a_step_does_no_harm()
    {
        using var replaced = new BatchNormalization(4, rank: 1);
        var gone = new BatchNormalization(4, rank: 1);
        new MinibatchCounts(replaced, gone).OfStep(() =>
        {
            replaced.call(Numbers.Of(5, 4));
            gone.call(Numbers.Of(5, 4));
            replaced.num_batches_tracked = tensor(7L);
            gone.Dispose();
            return zeros(1);
        });

        Assert.Equal(8, Values.Single(replaced.num_batches_tracked!));
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

    /// <summary>What a batch normalisation of a network has counted.</summary>
    private static double Of(nn.Module network, string layer = "batchNorm1") =>
        Values.Single(network.state_dict()[layer + ".num_batches_tracked"]);

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }
}
