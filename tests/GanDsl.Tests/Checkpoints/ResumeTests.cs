using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

/// <summary>Training that goes on from a checkpoint gives the bits of training that never stopped, whatever is declared.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Steps = 7;

    // Two and three examples can be judged at once.
    private const int Batch = 6;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<Type> Gans => EveryGan.Types;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Gans))]
    public void Every_declared_GAN_goes_on_with_the_same_bits(Type type)
    {
        using var whole = Create(type);
        using var first = Create(type);
        using var second = Create(type);
        using var data = EveryGan.DataFor(whole);

        var expected = whole.Train(data).Select(EveryGan.Numbers).ToList();
        var found = new List<float[]>();
        foreach (var step in first.Train(data))
        {
            found.Add(EveryGan.Numbers(step));
            if (found.Count == 4)
            {
                break;
            }
        }

        first.SaveCheckpoint(folder["step-4"]);
        second.LoadCheckpoint(folder["step-4"]);
        found.AddRange(second.Train(data).Select(EveryGan.Numbers));

        Assert.Equal(Steps, expected.Count);
        Assert.Equal(expected, found);
        whole.SaveCheckpoint(folder["whole"]);
        second.SaveCheckpoint(folder["resumed"]);
        EveryGan.AssertSameFiles(folder["whole"], folder["resumed"]);
    }

    /// <summary>A program that is started again does not train twice; one that goes on to train more can.</summary>
    [Fact]
    public void Nothing_is_left_of_a_training_that_has_ended_and_the_next_one_begins_anew()
    {
        using var data = new TensorDataset(randn(12, 2));
        Func<DropoutGan, int>[] trainings =
        [
            gan => gan.Train(count => randn(count, 2), steps: 3).Count(),
            gan => gan.Train(data, epochs: 1).Count(),
            gan => gan.Train(data).Count(),
        ];
        foreach (var train in trainings)
        {
            using var first = new DropoutGan(
                new()
                {
                    BatchSize = 4,
                    Epochs = 9,
                    Steps = 3,
                }
            );
            Assert.Equal(3, train(first));
            first.SaveCheckpoint(folder["ended"]);
            Assert.Equal(3, train(first));

            using var second = new DropoutGan(
                new()
                {
                    BatchSize = 4,
                    Epochs = 9,
                    Steps = 3,
                }
            );
            second.LoadCheckpoint(folder["ended"]);
            Assert.Equal([0, 3, 3], (int[])[train(second), train(second), train(second)]);
        }
    }

    /// <summary>Whoever mends what was wrong and calls Train again trains the rest, not all.</summary>
    [Fact]
    public void A_call_that_fails_before_its_first_step_leaves_the_rest_to_the_next_one()
    {
        using var first = new DropoutGan(new() { BatchSize = 4 });
        Assert.Equal(2, first.Train(count => randn(count, 2), steps: 5).Take(2).Count());
        first.SaveCheckpoint(folder["a"]);
        using var second = new DropoutGan(new() { BatchSize = 4 });
        second.LoadCheckpoint(folder["a"]);

        Assert.Throws<OperationCanceledException>(() =>
            second.Train(count => randn(count, 2), steps: 5, new CancellationToken(canceled: true)).Count()
        );
        Assert.Throws<IOException>(() => second.Train(_ => throw new IOException(), steps: 5).Count());

        Assert.Equal(3, second.Train(count => randn(count, 2), steps: 5).Count());
    }

    [Fact]
    public void A_loop_that_loads_a_checkpoint_cannot_go_on()
    {
        using var data = new TensorDataset(randn(13, 2));
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        gan.SaveCheckpoint(folder["a"]);

        var refusal = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var step in gan.Train(data, epochs: 3))
            {
                if (step.Number == 4)
                {
                    gan.LoadCheckpoint(folder["a"]);
                }
            }
        });

        Assert.Contains("a checkpoint was loaded", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(9, gan.Train(data, epochs: 3).Count());
    }

    [Fact]
    public void A_sampler_is_not_the_rest_of_a_training_on_a_data_set()
    {
        using var data = new TensorDataset(randn(12, 2));
        using var first = new DropoutGan(new() { BatchSize = 4 });
        Assert.Equal(3, first.Train(data, epochs: 1).Count());
        first.SaveCheckpoint(folder["a"]);
        using var second = new DropoutGan(new() { BatchSize = 4 });
        second.LoadCheckpoint(folder["a"]);
        float[] Losses(DropoutGan gan) =>
            [.. gan.Train(count => ones(count, 2), steps: 4).Select(step => step.GeneratorLoss)];

        Assert.Equal(Losses(first), Losses(second));
    }

    [Fact]
    public void Epochs_one_at_a_time_go_on_with_the_same_bits()
    {
        using var data = new TensorDataset(randn(12, 2));
        List<float> Losses(DropoutGan gan, int epochs)
        {
            var losses = new List<float>();
            while (gan.Epoch < epochs)
            {
                losses.AddRange(gan.Train(data, epochs: 1).Select(step => step.GeneratorLoss));
            }

            return losses;
        }

        using var whole = new DropoutGan(new() { BatchSize = 4 });
        using var first = new DropoutGan(new() { BatchSize = 4 });
        using var second = new DropoutGan(new() { BatchSize = 4 });
        var expected = Losses(whole, 4);
        var found = Losses(first, 2);
        first.SaveCheckpoint(folder["a"]);
        second.LoadCheckpoint(folder["a"]);
        found.AddRange(Losses(second, 4));

        Assert.Equal(12, found.Count);
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(11)]
    [InlineData(12)]
    public void Wherever_it_stops_the_epochs_are_those_of_one_call(int stop)
    {
        // Three steps an epoch, four epochs.
        using var data = new TensorDataset(randn(13, 2));
        using var whole = new DropoutGan(new() { BatchSize = 4, Epochs = 4 });
        var expected = whole.Train(data).Select(step => (step.Number, step.Epoch, step.GeneratorLoss)).ToList();
        Assert.Equal(12, expected.Count);

        var found = new List<(long, int, float)>();
        using (var first = new DropoutGan(new() { BatchSize = 4, Epochs = 4 }))
        {
            found.AddRange(first.Train(data).Take(stop).Select(step => (step.Number, step.Epoch, step.GeneratorLoss)));
            first.SaveCheckpoint(folder["stopped"]);
        }

        using var second = new DropoutGan(new() { BatchSize = 4, Epochs = 4 });
        second.LoadCheckpoint(folder["stopped"]);
        found.AddRange(second.Train(data).Select(step => (step.Number, step.Epoch, step.GeneratorLoss)));

        Assert.Equal(expected, found);
        Assert.Equal(3, second.Train(data, epochs: 1).Count());
        Assert.Equal(5, second.Epoch);
    }

    [Fact]
    public void A_sampler_with_random_numbers_of_its_own_goes_on_with_them()
    {
        float[] Losses(DropoutGan gan) => [.. gan.Train(OwnNumbers(), steps: 9).Select(step => step.DiscriminatorLoss)];
        using var whole = new DropoutGan();
        var expected = Losses(whole);

        using var first = new DropoutGan();
        float[] found = [.. first.Train(OwnNumbers(), steps: 9).Take(5).Select(step => step.DiscriminatorLoss)];
        first.SaveCheckpoint(folder["five"]);
        using var second = new DropoutGan();
        second.LoadCheckpoint(folder["five"]);

        Assert.Equal(expected, found.Concat(Losses(second)));

        static Func<int, Tensor> OwnNumbers()
        {
            var random = new torch.Generator(3, CPU);
            return rows => randn([rows, 2], generator: random);
        }
    }

    [Fact]
    public void A_sampler_that_draws_from_torch_goes_on_whatever_else_is_drawn()
    {
        using var whole = new DropoutGan();
        var expected = whole.Train(rows => randn(rows, 2), steps: 6).Select(step => step.DiscriminatorLoss).ToList();

        using var first = new DropoutGan();
        var found = first
            .Train(rows => randn(rows, 2), steps: 6)
            .Take(2)
            .Select(step =>
            {
                randn(3).Dispose();
                return step.DiscriminatorLoss;
            })
            .ToList();
        first.SaveCheckpoint(folder["two"]);
        using var second = new DropoutGan();
        second.LoadCheckpoint(folder["two"]);
        found.AddRange(second.Train(rows => randn(rows, 2), steps: 6).Select(step => step.DiscriminatorLoss));

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Samples_go_on_as_well()
    {
        using var whole = new DropoutGan();
        using var loaded = new DropoutGan();
        whole.Sample(3).Dispose();
        whole.SaveCheckpoint(folder["a"]);
        loaded.LoadCheckpoint(folder["a"]);

        using DropoutGan.Points expected = whole.Sample(5),
            found = loaded.Sample(5);

        Assert.Equal(Values.Of(expected.Tensor), Values.Of(found.Tensor));
    }

    private static IGan Create(Type type) => EveryGan.Create(type, Batch, Steps);
}
