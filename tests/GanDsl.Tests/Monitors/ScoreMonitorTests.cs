using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Monitors;

/// <summary>What is noticed from losses and scores.</summary>
public sealed class ScoreMonitorTests
{
    [Theory]
    [InlineData(0.04f, 0.06f, true)]
    [InlineData(0.04f, 0.07f, false)]
    [InlineData(-1f, 0f, false)]
    public void D_has_won_where_the_mean_of_its_loss_is_small(float first, float second, bool expected)
    {
        var monitor = new DiscriminatorWon(threshold: 0.0501, steps: 20);
        var steps = GivenStep.Same(10, first, 1, 0);
        steps.AddRange(GivenStep.Same(10, second, 1, 0));

        Assert.Null(monitor.Look(null!, steps[..19]));
        Assert.Equal(expected, monitor.Look(null!, steps[19..]) is not null);
        // Older ones are forgotten.
        Assert.Null(monitor.Look(null!, GivenStep.Same(20, 0.5f, 1, 0)));
    }

    [Fact]
    public void A_critic_never_wins_and_can_always_tell()
    {
        Assert.Null(new DiscriminatorWon(steps: 3).Look(null!, GivenStep.Same(9, 0, 1, 0, "WassersteinEstimate")));
        var cannotTell = new CannotTell(steps: 3);
        Assert.Null(cannotTell.Look(null!, GivenStep.Same(9, 0, 1, 0, "WassersteinEstimate")));
        Assert.Null(cannotTell.Look(null!, GivenStep.Same(9, 0, 0.5f, 0.5f, "WassersteinEstimate")));
    }

    [Fact]
    public void D_cannot_tell_at_one_half_once_it_could()
    {
        var monitor = new CannotTell(tolerance: 0.02, steps: 10);
        const string divergence = "JensenShannonDivergence";

        Assert.Null(monitor.Look(null!, GivenStep.Same(30, 1, 0.5f, 0.5f, divergence)));
        Assert.Null(monitor.Look(null!, GivenStep.Same(5, 1, 0.9f, 0.1f, divergence)));
        Assert.Null(monitor.Look(null!, GivenStep.Same(9, 1, 0.51f, 0.495f, divergence)));
        Assert.Equal(
            "The discriminator cannot tell: over the last 10 steps its mean score was 0.510 for real examples and 0.495 for generated ones.",
            monitor.Look(null!, GivenStep.Same(5, 1, 0.51f, 0.495f, divergence))
        );
        Assert.Null(monitor.Look(null!, GivenStep.Same(10, 1, 0.53f, 0.525f, divergence)));
        // Scores that are no probabilities have no one half.
        Assert.NotNull(monitor.Look(null!, GivenStep.Same(10, 1, 3.53f, 3.525f)));
    }

    [Fact]
    public void G_is_starved_where_its_gradient_stays_small()
    {
        using var gan = new NarrowGan();
        var step = gan.Train(count => randn(count, 2), steps: 1).Single();
        var monitor = new GeneratorStarved(ratio: 0.01, looks: 2);

        Assert.Null(monitor.Look(gan, [step]));
        Scale(0.02);
        Assert.Null(monitor.Look(gan, [step]));
        Scale(0.001);
        Assert.Null(monitor.Look(gan, [step]));
        Assert.StartsWith("The generator is starved", monitor.Look(gan, [step]));
        Scale(0);
        Assert.Contains("gradient is 0,", monitor.Look(gan, [step]));
        gan.Train(count => randn(count, 2), steps: 1).Last();
        Assert.Null(monitor.Look(gan, [step]));

        void Scale(double factor)
        {
            foreach (var parameter in gan.G.parameters())
            {
                parameter.grad!.mul_(factor);
            }
        }
    }
}
