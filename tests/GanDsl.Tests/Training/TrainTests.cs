using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;
using Gan = GanDsl.Tests.Models.AlternatingNonSaturatingGan;

namespace GanDsl.Tests.Training;

/// <summary>The loop over a data set: lazy, in epochs, in whole minibatches.</summary>
public sealed class TrainTests
{
    [Fact]
    public void Nothing_happens_before_the_first_step_is_asked_for()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(10);
        var (generator, discriminator) = (Weights.Parameters(gan.G), Weights.Parameters(gan.D));
        var live = Live.Count;

        var steps = gan.Train(data, epochs: 1);

        Assert.Empty(data.Minibatches);
        Assert.Equal(live, Live.Count);
        Assert.Equal(generator, Weights.Parameters(gan.G));
        Assert.Equal(discriminator, Weights.Parameters(gan.D));
        Assert.Equal(2, steps.Count());
        Assert.NotEqual(generator, Weights.Parameters(gan.G));
        Assert.NotEqual(discriminator, Weights.Parameters(gan.D));
    }

    [Fact]
    public void Each_step_asked_for_reads_one_minibatch()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(10);

        foreach (var step in gan.Train(data, epochs: 3))
        {
            Assert.Equal(step.Number, data.Minibatches.Count);
        }

        Assert.Equal(6, data.Minibatches.Count);
    }

    [Fact]
    public void An_epoch_is_the_whole_minibatches_of_the_shuffled_data()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(10);

        var steps = gan.Train(data, epochs: 3).Select(step => (step.Number, step.Epoch)).ToList();

        Assert.Equal([(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3)], steps);
        Assert.All(data.Minibatches, minibatch => Assert.Equal(4, minibatch.Length));
        foreach (var epoch in data.Minibatches.Chunk(2))
        {
            Assert.Equal(8, epoch.SelectMany(indices => indices).Distinct().Count());
        }

        Assert.NotEqual(data.Minibatches[0], data.Minibatches[2]);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 12)]
    public void A_step_reads_the_real_rows_of_all_its_discriminator_steps(int discriminatorSteps, int rows)
    {
        using var gan = new Gan(new() { BatchSize = 4, DiscriminatorSteps = discriminatorSteps });
        using var data = new RecordingDataset(30);

        var steps = gan.Train(data, epochs: 1).Count();

        Assert.Equal(30 / rows, steps);
        Assert.All(data.Minibatches, minibatch => Assert.Equal(rows, minibatch.Length));
    }

    [Fact]
    public void A_simultaneous_step_reads_one_minibatch()
    {
        using var gan = new SimultaneousSaturatingGan(new() { BatchSize = 5 });
        using var data = new RecordingDataset(11);

        Assert.Equal(2, gan.Train(data, epochs: 1).Count());
        Assert.All(data.Minibatches, minibatch => Assert.Equal(5, minibatch.Length));
    }

    [Fact]
    public void Without_a_number_of_epochs_the_options_decide()
    {
        using var gan = new Gan(new() { BatchSize = 4, Epochs = 2 });
        using var data = new RecordingDataset(8);

        Assert.Equal(4, gan.Train(data).Count());
    }

    [Fact]
    public void The_option_Steps_ends_training_earlier_and_reads_no_more()
    {
        using var gan = new Gan(new() { BatchSize = 4, Steps = 3 });
        using var data = new RecordingDataset(8);

        Assert.Equal(3, gan.Train(data, epochs: 100).Count());
        Assert.Equal(3, data.Minibatches.Count);
    }

    [Fact]
    public void Training_again_goes_on_counting_steps_and_epochs()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(8);

        var first = gan.Train(data, epochs: 2).Take(3).Select(step => (step.Number, step.Epoch)).ToList();
        var second = gan.Train(data, epochs: 1).Select(step => (step.Number, step.Epoch)).ToList();

        Assert.Equal([(1, 1), (2, 1), (3, 2)], first);
        Assert.Equal([(4, 3), (5, 3)], second);
    }

    [Fact]
    public void A_training_cannot_go_on_once_another_one_of_the_same_GAN_has_begun()
    {
        using var gan = new Gan(new() { BatchSize = 4, Steps = 5 });
        using var data = new RecordingDataset(10);
        using var outer = gan.Train(data, epochs: 3).GetEnumerator();
        using var sampled = gan.Train(count => zeros(count, 2)).GetEnumerator();
        Assert.True(outer.MoveNext());
        Assert.True(sampled.MoveNext());

        Assert.Contains(
            "another one has begun",
            Assert.Throws<InvalidOperationException>(() => outer.MoveNext()).Message
        );

        Assert.True(sampled.MoveNext());
        Assert.Equal(2, gan.Train(data, epochs: 1).Count());
        Assert.Throws<InvalidOperationException>(() => sampled.MoveNext());
        Assert.Equal(5, gan.StepCount);
    }

    [Fact]
    public void Cancelling_ends_training_before_the_next_step()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(100);
        using var cancellation = new CancellationTokenSource();
        var done = 0L;

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var step in gan.Train(data, epochs: 1, cancellation.Token))
            {
                done = step.Number;
                if (done == 3)
                {
                    cancellation.Cancel();
                }
            }
        });

        Assert.Equal(3, done);
        Assert.Equal(3, data.Minibatches.Count);
    }

    [Fact]
    public void A_token_that_is_cancelled_already_allows_no_step()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(100);
        var before = Weights.Parameters(gan.D);
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => gan.Train(data, 1, cancelled).Count());
        Assert.Throws<OperationCanceledException>(() => gan.Train(rows => zeros(rows, 2), 1, cancelled).Count());

        Assert.Empty(data.Minibatches);
        Assert.Equal(before, Weights.Parameters(gan.D));
    }

    [Fact]
    public void Batches_in_memory_are_trained_on_as_data_sets_are()
    {
        using var values = (rand(20, 1, 8, 8) * 2) - 1;
        using var images = new ConvolutionGan.Images(values.clone());
        using var data = new TensorDataset(values, ValueRange.MinusOneToOne);

        // One after the other: dropout draws from torch's own random numbers, which creating a GAN seeds.
        using var one = new ConvolutionGan(new() { Seed = 4 });
        Assert.Equal(6, one.Train(images, epochs: 2).Count());
        using var other = new ConvolutionGan(new() { Seed = 4 });
        Assert.Equal(6, other.Train(data, epochs: 2).Count());

        Assert.Equal(Weights.Parameters(one.G), Weights.Parameters(other.G));
        Assert.Equal(Weights.Parameters(one.D), Weights.Parameters(other.D));
        Assert.Equal(Values.Of(values), Values.Of(images.Tensor));
    }
}
