using GanDsl.Modules;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Standing statistics are the means over minibatches, and nothing else changes.</summary>
public sealed class StandingStatisticsTests
{
    [Fact]
    public void They_are_the_means_of_those_of_each_minibatch()
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var norm = new BatchNormalization(3, 1, momentum: 0.3);
        using var network = nn.Sequential(nn.Dropout(0.5), norm);
        Tensor[] minibatches = [randn(8, 3), (randn(8, 3) * 2) + 1, randn(8, 3) - 4];
        network.call(randn(8, 3));
        var next = 0;

        StandingStatistics.Compute(network, minibatches.Length, () => network.call(minibatches[next++]));

        var means = stack([.. minibatches.Select(each => each.mean([0]))]).mean([0]);
        var variances = stack([.. minibatches.Select(each => each.var(0, unbiased: true))]).mean([0]);
        Values.AssertRelative(Values.Of(means), Values.Of(norm.running_mean!), 1e-12, "means");
        Values.AssertRelative(Values.Of(variances), Values.Of(norm.running_var!), 1e-12, "variances");
        Assert.Equal(0.3, norm.momentum);
        Assert.True(network.training && norm.training);
    }

    [Fact]
    public void Sampling_follows_them_and_training_does_not_notice()
    {
        using var scope = NewDisposeScope();
        using var gan = new ConvolutionGan(new() { Seed = 3 });
        gan.Step(new(rand(6, 1, 8, 8)));
        using var latents = gan.DrawLatents(4);
        using var before = gan.Sample(latents);
        var weights = Weights.Parameters(gan.G);

        gan.ComputeStandingStatistics(minibatches: 40);

        using var after = gan.Sample(latents);
        Assert.NotEqual(Values.Of(before.Tensor), Values.Of(after.Tensor));
        Assert.Equal(weights, Weights.Parameters(gan.G));

        // Samples by their statistics have, over many latents, about the statistics of what G gives in training.
        using var many = gan.Sample(2000);
        gan.G.train();
        var inTraining = gan.G.call(randn(2000, 5));
        Assert.Equal(inTraining.std().item<float>(), many.Tensor.std().item<float>(), 0.05);
    }

    [Fact]
    public void Fewer_than_one_minibatch_is_refused()
    {
        using var gan = new ConvolutionGan();
        Assert.Throws<GanException>(() => gan.ComputeStandingStatistics(0));
    }
}
