using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Every tensor that training makes is disposed: the number of live ones stays flat and returns to where it was.</summary>
public sealed class MemoryTests
{
    public static TheoryData<Type> Models =>
        new(
            typeof(AlternatingNonSaturatingBatchNormGan),
            typeof(AlternatingSharedFakesSaturatingGan),
            typeof(SimultaneousNonSaturatingGan)
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void Ten_thousand_steps_leave_as_many_tensors_as_one_does(Type model)
    {
        var before = Live.Count;
        using (var real = randn(4, 2))
        using (var gan = new GanUnderTest(model))
        {
            gan.Step(real);
            var afterOne = Live.Count;
            for (var step = 1; step < 10_000; step++)
            {
                gan.Step(real);
                if (step % 1000 == 0)
                {
                    Assert.Equal(afterOne, Live.Count);
                }
            }

            Assert.Equal(afterOne, Live.Count);
        }

        Assert.Equal(before, Live.Count);
    }

    [Fact]
    public void Training_on_a_data_set_a_batch_and_a_sampler_keeps_nothing()
    {
        long miscounted;
        var before = Live.CountOnAllThreads;
        using (var points = new DropoutGan.Points(randn(33, 2)))
        using (var data = new TensorDataset(points.Tensor))
        using (var gan = new DropoutGan())
        {
            miscounted = Live.Miscounted(gan.G, gan.D);
            gan.Train(data, epochs: 1).Count();
            var afterOne = Live.CountOnAllThreads;

            Assert.Equal(80, gan.Train(data, epochs: 20).Count());
            Assert.Equal(80, gan.Train(points, epochs: 20).Count());
            Assert.Equal(80, gan.Train(rows => randn(rows, 2), steps: 80).Count());

            Assert.Equal(afterOne, Live.CountOnAllThreads);
        }

        Assert.Equal(before + miscounted, Live.CountOnAllThreads);
    }

    [Fact]
    public void Stopping_half_way_leaves_nothing_behind()
    {
        using var points = new DropoutGan.Points(randn(33, 2));
        using var data = new TensorDataset(points.Tensor);
        using var gan = new DropoutGan();
        gan.Train(data, epochs: 1).Count();
        var live = Live.CountOnAllThreads;

        gan.Train(data, epochs: 20).Take(3).Count();
        gan.Train(points, epochs: 20).Take(3).Count();
        gan.Train(rows => randn(rows, 2), steps: 80).Take(3).Count();
        gan.Train(points, epochs: 20);

        Assert.Equal(live, Live.CountOnAllThreads);
    }

    [Fact]
    public void Sampling_leaves_the_samples_alone()
    {
        using var gan = new ConvolutionGan();
        using var latents = gan.DrawLatents(3);
        var live = Live.Count;

        using (gan.Sample(3))
        using (gan.Sample(latents))
        {
            Assert.Equal(live + 2, Live.Count);
        }

        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void Samples_and_networks_outlive_the_scope_that_they_were_made_in()
    {
        DropoutGan gan;
        DropoutGan.Points samples;
        using (NewDisposeScope())
        {
            gan = new DropoutGan();
            samples = gan.Sample(3);
            gan.Train(rows => randn(rows, 2), steps: 2).Count();
        }

        using (gan)
        using (samples)
        {
            Assert.Equal(6, Values.Of(samples.Tensor).Length);
            Assert.Equal(70, gan.Train(rows => randn(rows, 2), steps: 70).Count());
        }
    }

    [Fact]
    public void Disposing_twice_does_what_disposing_once_does()
    {
        var before = Live.CountOnAllThreads;
        var gan = new ConvolutionGan();
        var miscounted = Live.Miscounted(gan.G, gan.D);

        gan.Dispose();
        gan.Dispose();

        Assert.Equal(before + miscounted, Live.CountOnAllThreads);
    }

    [Fact]
    public void Reading_measurements_early_or_late_leaves_nothing_behind()
    {
        using var gan = new AlternatingSaturatingGan(new() { BatchSize = 4 });
        gan.Train(rows => randn(rows, 2), steps: 1).Count();
        var live = Live.Count;

        var steps = gan.Train(rows => randn(rows, 2), steps: 200).Select(step => (step, step.TotalLoss)).ToList();

        Assert.All(steps, pair => Assert.Equal(pair.TotalLoss, pair.step.TotalLoss));
        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void TorchSharp_counts_a_parameter_once_more_than_it_lives()
    {
        // As soon as this fails, Live.Miscounted can go.
        Assert.Equal(1, Live.MiscountedPerParameter);
    }
}
