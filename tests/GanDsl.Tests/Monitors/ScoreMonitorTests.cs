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
    public void D_has_won_where_the_mean_of_its_loss_is_small(float first, float second, bool expected)
    {
        using var gan = new NarrowGan();
        var monitor = new DiscriminatorWon(threshold: 0.0501, steps: 20);
        var steps = GivenStep.Same(10, first, 1, 0);
        steps.AddRange(GivenStep.Same(10, second, 1, 0));

        Assert.Null(monitor.Look(gan, steps[..19]));
        Assert.Equal(expected, monitor.Look(gan, steps[19..]) is not null);
        // Older ones are forgotten.
        Assert.Null(monitor.Look(gan, GivenStep.Same(20, 0.5f, 1, 0)));
    }

    [Theory]
    [InlineData(-0.96f, true)]
    [InlineData(-0.94f, false)]
    [InlineData(0.01f, false)]
    public void D_has_won_where_its_loss_is_close_to_its_bound(float loss, bool expected)
    {
        using var gan = new BoundedGan();

        var noticed = new DiscriminatorWon(steps: 3).Look(gan, GivenStep.Same(3, loss, 1, 0));

        Assert.Equal(expected, noticed is not null);
    }

    [Fact]
    public void Label_smoothing_is_advised_where_it_can_be_declared_and_is_not()
    {
        using var unsmoothed = new NarrowGan();
        using var smoothed = new SmoothedLeastSquaresGan();
        using var withoutLabels = new AlternatingHingeGan();

        Assert.EndsWith("by a penalty or label smoothing.", Advice(unsmoothed));
        Assert.All(new IGan[] { smoothed, withoutLabels }, gan => Assert.EndsWith("by a penalty.", Advice(gan)));

        static string? Advice(IGan gan) => new DiscriminatorWon(steps: 3).Look(gan, GivenStep.Same(3, 0.01f, 1, 0));
    }

    [Fact]
    public void Nothing_is_said_of_scores_without_a_scale_and_losses_without_a_known_bound()
    {
        using var critic = new AlternatingWassersteinGan();
        using var own = new AlternatingOwnHingeGan();
        Assert.All(
            new IGan[] { critic, own },
            gan =>
            {
                Assert.Null(new DiscriminatorWon(steps: 3).Look(gan, GivenStep.Same(9, 0, 1, 0)));
                var cannotTell = new CannotTell(steps: 3);
                Assert.Null(cannotTell.Look(gan, GivenStep.Same(9, 0, 1, 0)));
                Assert.Null(cannotTell.Look(gan, GivenStep.Same(9, 0, 0.5f, 0.5f)));
            }
        );
    }

    [Fact]
    public void D_cannot_tell_at_one_half_once_it_could()
    {
        using var gan = new NarrowGan();
        var monitor = new CannotTell(tolerance: 0.02, steps: 10);
        using var withoutScale = new AlternatingHingeGan();

        Assert.Null(monitor.Look(gan, GivenStep.Same(30, 1, 0.5f, 0.5f)));
        Assert.Null(monitor.Look(gan, GivenStep.Same(5, 1, 0.9f, 0.1f)));
        Assert.Null(monitor.Look(gan, GivenStep.Same(9, 1, 0.51f, 0.495f)));
        Assert.Equal(
            "The discriminator cannot tell: over the last 10 steps its mean score was 0.510 for real examples and 0.495 for generated ones.",
            monitor.Look(gan, GivenStep.Same(5, 1, 0.51f, 0.495f))
        );
        Assert.Null(monitor.Look(gan, GivenStep.Same(10, 1, 0.53f, 0.525f)));
        // Scores without labels have no one half.
        Assert.NotNull(monitor.Look(withoutScale, GivenStep.Same(10, 1, 3.53f, 3.525f)));
    }

    [Theory]
    [InlineData(0.515f, 0.53f, true, false)]
    [InlineData(0.53f, 0.515f, true, false)]
    [InlineData(0.485f, 0.47f, true, false)]
    [InlineData(0.515f, 0.515f, true, true)]
    [InlineData(0.2f, 0.8f, true, false)]
    [InlineData(0.2f, 0.8f, false, false)]
    [InlineData(0.8f, 0.2f, false, false)]
    [InlineData(0.515f, 0.53f, false, true)]
    public void Both_scores_have_to_be_close_to_each_other_and_probabilities_to_one_half(
        float real,
        float fake,
        bool areProbabilities,
        bool expected
    )
    {
        using IGan gan = areProbabilities ? new NarrowGan() : new AlternatingHingeGan();

        Assert.Equal(expected, Notices(gan, real, fake));
    }

    /// <summary>The best D is alpha · p / (p + q), so that one which cannot tell says alpha / 2: here 0.75 / 2.</summary>
    [Fact]
    public void With_smoothed_labels_D_cannot_tell_at_half_the_label()
    {
        using var minimax = new SmoothedGan();
        using var leastSquares = new SmoothedLeastSquaresGan();
        using var unsmoothed = new AlternatingLeastSquaresGan();
        Assert.All(
            new IGan[] { minimax, leastSquares },
            gan =>
            {
                Assert.Equal(0.375, gan.UndecidedScore);
                Assert.True(Notices(gan, 0.38f, 0.37f));
                Assert.False(Notices(gan, 0.5f, 0.5f));
            }
        );
        Assert.True(Notices(unsmoothed, 0.5f, 0.5f));
        Assert.False(Notices(unsmoothed, 0.375f, 0.375f));
    }

    private static bool Notices(IGan gan, float real, float fake)
    {
        var monitor = new CannotTell(tolerance: 0.02, steps: 10);
        Assert.Null(monitor.Look(gan, GivenStep.Same(5, 1, 0.9f, 0.1f)));
        return monitor.Look(gan, GivenStep.Same(10, 1, real, fake)) is not null;
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

    [Fact]
    public void What_is_usual_is_a_running_mean_and_small_gradients_count_in_a_row()
    {
        using var gan = new NarrowGan();
        var step = gan.Train(count => randn(count, 2), steps: 1).Single();
        var monitor = new GeneratorStarved(ratio: 0.01, looks: 2);

        Assert.Null(LookAt(100));
        Assert.Null(LookAt(0.5));
        // 0.9 · 100 + 0.1 · 2 = 90.2.
        Assert.Null(LookAt(2));
        Assert.Null(LookAt(0.9));
        // 0.9 · 90.2 + 0.1 · 50 = 86.18.
        Assert.Null(LookAt(50));
        Assert.Null(LookAt(0.8));
        Assert.Contains("gradient is 0.8, and was 86.2 before", LookAt(0.8));

        string? LookAt(double norm)
        {
            foreach (var parameter in gan.G.parameters())
            {
                parameter.grad!.zero_();
            }

            gan.G.parameters().First().grad!.flatten()[0].fill_(norm);
            return monitor.Look(gan, [step]);
        }
    }

    /// <summary>A GAN whose discriminator's loss is at least -1.</summary>
    private sealed class BoundedGan : NarrowGan, IGan
    {
        double? IGan.LeastDiscriminatorLoss => -1;
    }
}
