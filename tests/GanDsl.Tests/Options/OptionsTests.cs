using GanDsl.Tests.Models;
using TorchSharp;

namespace GanDsl.Tests.Options;

/// <summary>The generated options: their defaults are the declared ones, and values that cannot be trained with are refused.</summary>
public sealed class OptionsTests
{
    private static readonly (DeclaredGan.Options Options, string Sentence)[] Refused =
    [
        (new() { BatchSize = -8 }, "BatchSize is -8, but it has to be at least 2."),
        (new() { BatchSize = 1 }, "BatchSize is 1, but it has to be at least 2."),
        (
            new() { BatchSize = int.MaxValue, DiscriminatorSteps = 2 },
            "DiscriminatorSteps is 2 and BatchSize is 2147483647, so one step would take 4294967294 examples, but it can take at most "
                + "2147483647."
        ),
        (new() { Epochs = 0 }, "Epochs is 0, but it has to be at least 1."),
        (new() { Steps = 0 }, "Steps is 0, but it has to be at least 1."),
        (new() { DiscriminatorSteps = 0 }, "DiscriminatorSteps is 0, but it has to be at least 1."),
        (
            new() { GeneratorLearningRate = 0 },
            "GeneratorLearningRate is 0, but it has to be a number above 0, at most 1000000."
        ),
        (
            new() { GeneratorLearningRate = double.NaN },
            "GeneratorLearningRate is NaN, but it has to be a number above 0, at most 1000000."
        ),
        (
            new() { DiscriminatorLearningRate = -0.5 },
            "DiscriminatorLearningRate is -0.5, but it has to be a number above 0, at most 1000000."
        ),
        (
            new() { DiscriminatorLearningRate = double.PositiveInfinity },
            "DiscriminatorLearningRate is Infinity, but it has to be a number above 0, at most 1000000."
        ),
        (new() { Device = (GanDevice)7 }, "Device is 7, but it has to be Cpu or Cuda."),
    ];

    [Fact]
    public void Defaults_are_what_the_attributes_declare()
    {
        var options = new DeclaredGan.Options();

        Assert.Equal(GanDevice.Cpu, options.Device);
        Assert.Equal((8, 2, 3), (options.BatchSize, options.Epochs, options.DiscriminatorSteps));
        Assert.Equal((1e-3, 0.1), (options.GeneratorLearningRate, options.DiscriminatorLearningRate));
        Assert.Null(options.Steps);
        Assert.Equal(0, options.Seed);
    }

    [Fact]
    public void Where_nothing_is_declared_they_are_those_of_DCGAN()
    {
        var options = new PlainGan.Options();

        Assert.Equal((64, 10, 1), (options.BatchSize, options.Epochs, options.DiscriminatorSteps));
        Assert.Equal((2e-4, 2e-4), (options.GeneratorLearningRate, options.DiscriminatorLearningRate));
    }

    [Fact]
    public void Simultaneous_updates_have_no_number_of_discriminator_steps()
    {
        var properties = typeof(SimultaneousSaturatingGan.Options).GetProperties().Select(property => property.Name);

        Assert.DoesNotContain("DiscriminatorSteps", properties);
        Assert.Contains("BatchSize", properties);
    }

    [Fact]
    public void Options_are_a_record_and_a_gan_keeps_its_own()
    {
        var options = new DeclaredGan.Options { Seed = 4 };
        using var gan = new DeclaredGan(options);
        using var unchosen = new DeclaredGan();

        Assert.Equal(options with { Seed = 5 }, new DeclaredGan.Options { Seed = 5 });
        Assert.Same(options, gan.Settings);
        Assert.Equal(new DeclaredGan.Options(), unchosen.Settings);
    }

    [Fact]
    public void The_declared_optimisers_take_the_chosen_step_sizes()
    {
        using var fast = new DeclaredGan(
            new()
            {
                Seed = 1,
                DiscriminatorSteps = 1,
                DiscriminatorLearningRate = 0.2,
            }
        );
        using var slow = new DeclaredGan(new() { Seed = 1, DiscriminatorSteps = 1 });
        var before = Weights.Parameters(slow.D);
        Step(fast);
        Step(slow);

        // The first step of SGD is the gradient times the step size.
        double[] moved = [.. Weights.Parameters(slow.D).Zip(before, (after, start) => after - start)];
        double[] movedTwice = [.. Weights.Parameters(fast.D).Zip(before, (after, start) => (after - start) / 2)];
        Assert.Equal(0, moved.Zip(movedTwice, (a, b) => Math.Abs(a - b)).Max(), 1e-7);
        Assert.True(moved.Max(Math.Abs) > 1e-3);
    }

    [Fact]
    public void Values_that_cannot_be_trained_with_are_refused_before_anything_is_made()
    {
        foreach (var (options, sentence) in Refused)
        {
            var live = Live.Count;

            Assert.Equal(sentence, Assert.Throws<GanException>(() => new DeclaredGan(options)).Message);

            Assert.Equal(live, Live.Count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_number_of_samples_below_1_is_refused(int count)
    {
        using var gan = new DeclaredGan();

        Assert.Equal(
            $"count is {count}, but it has to be at least 1.",
            Assert.Throws<GanException>(() => gan.Sample(count)).Message
        );
    }

    private static void Step(DeclaredGan gan)
    {
        using var real = new DeclaredGan.Points(torch.ones(4, 2));
        using var latents = new DeclaredGan.Latents(torch.ones(4, 3));
        gan.Step(real, latents);
    }
}
