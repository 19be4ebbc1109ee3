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

    [Fact]
    public void Every_class_enters_though_there_are_more_than_rows_of_a_minibatch()
    {
        using var gan = new ManyClassesGan(new() { Seed = 5 });

        AssertFrequencies([0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125], gan);
    }

    [Fact]
    public void Classes_enter_as_often_as_training_has_met_them_also_after_a_checkpoint()
    {
        var folder = Directory.CreateTempSubdirectory("gandsl-classes-").FullName;
        try
        {
            using var gan = new ManyClassesGan(new() { Seed = 5 });
            using var again = new ManyClassesGan(new() { Seed = 6 });
            for (var step = 0; step < 2; step++)
            {
                using var points = new ManyClassesGan.Points(randn(4, 2));
                using var labels = new ManyClassesGan.Labels(7, 2, 7, 7);
                gan.Step(points, labels);
            }

            gan.SaveCheckpoint(Path.Combine(folder, "checkpoint"));
            again.LoadCheckpoint(Path.Combine(folder, "checkpoint"));

            AssertFrequencies([0, 0, 0.25, 0, 0, 0, 0, 0.75], gan);
            AssertFrequencies([0, 0, 0.25, 0, 0, 0, 0, 0.75], again);

            // Other weights have not learned from these examples.
            using var other = new ManyClassesGan(new() { Seed = 7 });
            other.Save(Path.Combine(folder, "weights"));
            again.Load(Path.Combine(folder, "weights"));
            AssertFrequencies([0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125], again);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Classes_enter_as_often_as_they_are_among_given_labels()
    {
        using var gan = new ManyClassesGan(new() { Seed = 5 });

        AssertFrequencies([0.6, 0, 0, 0, 0, 0.4, 0, 0], gan, [0, 5, 0, 5, 0]);
    }

    [Fact]
    public void Labels_that_name_no_class_are_refused()
    {
        using var gan = new ManyClassesGan();

        Assert.StartsWith(
            "There are no labels to draw classes from",
            Assert.Throws<ArgumentException>(() => gan.ComputeStandingStatistics(1, [])).Message
        );
        Assert.StartsWith(
            "The classes are 0 to 7, but one of the labels is 8",
            Assert.Throws<ArgumentException>(() => gan.ComputeStandingStatistics(1, [3, 8])).Message
        );
        Assert.Throws<GanException>(() => gan.ComputeStandingStatistics(0, [3]));
    }

    [Fact]
    public void The_draws_of_classes_take_nothing_from_those_of_latents()
    {
        using var gan = new ManyClassesGan(new() { Seed = 5 });
        using var other = new ManyClassesGan(new() { Seed = 5 });
        other.DrawLatents(4).Dispose();
        other.DrawLatents(4).Dispose();

        gan.ComputeStandingStatistics(2);

        using var latents = gan.DrawLatents(4);
        using var expected = other.DrawLatents(4);
        Assert.Equal(Values.Of(expected.Tensor), Values.Of(latents.Tensor));
    }

    /// <summary>With one-hot embeddings, the means of the embedded values are the frequencies of the classes.</summary>
    private static void AssertFrequencies(double[] expected, ManyClassesGan gan, int[]? labels = null)
    {
        const int minibatches = 1500;
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            gan.G.modules().OfType<LabelEmbedding>().Single().parameters().Single().copy_(eye(8));
        }

        if (labels is null)
        {
            gan.ComputeStandingStatistics(minibatches);
        }
        else
        {
            gan.ComputeStandingStatistics(minibatches, labels);
        }

        var means = gan.G.modules().OfType<BatchNormalization>().Single().running_mean!.narrow(0, 3, 8);
        Assert.All(
            expected.Zip(Values.Of(means)),
            each =>
            {
                // Four standard deviations of the frequency in so many draws of minibatches of 4.
                var deviation = Math.Sqrt(each.First * (1 - each.First) / (4 * minibatches));
                Assert.Equal(each.First, each.Second, (4 * deviation) + 1e-6);
            }
        );
    }
}
