using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Regularizers;

/// <summary>A lazy penalty: every fourth time, four times as strong.</summary>
public sealed class LazyPenaltyTests
{
    // The step size is so small that the parameters, and with them all gradients, hardly change within four steps.
    [Fact]
    public void Moves_as_far_as_a_penalty_in_every_step()
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var dense = new DenseR1Gan(new() { Seed = 4 });
        using var lazy = new LazyR1Gan(new() { Seed = 4 });
        var start = Weights.Parameters(dense.D);
        Assert.Equal(start, Weights.Parameters(lazy.D));
        manual_seed(1);
        var (real, latents) = (randn(6, 2), randn(6, 3));

        for (var step = 0; step < 8; step++)
        {
            dense.Step(new(real.alias()), new(latents.alias()));
            lazy.Step(new(real.alias()), new(latents.alias()));
        }

        var moves = Weights.Parameters(dense.D).Zip(start, (end, begin) => end - begin).ToArray();
        var lazyMoves = Weights.Parameters(lazy.D).Zip(start, (end, begin) => end - begin).ToArray();
        Values.AssertRelative(moves, lazyMoves, 1e-5, "The moves");
    }

    [Fact]
    public void Is_due_in_some_of_the_steps_of_the_discriminator_that_a_training_step_makes()
    {
        var progress = new TrainingProgress();
        Assert.Equal("1101", progress.DuePenalties(2, 16, 1));

        progress.CountDiscriminatorUpdates(15);
        Assert.Equal("01", progress.DuePenalties(2, 16));

        progress.CountDiscriminatorUpdates(1);
        Assert.Equal("10", progress.DuePenalties(2, 16));
    }

    [Fact]
    public void Is_measured_where_it_is_computed()
    {
        using var scope = NewDisposeScope();
        using var gan = new LazyR1Gan(new() { Seed = 4 });
        using var dense = new DenseR1Gan(new() { Seed = 4 });
        manual_seed(1);
        var (real, latents) = (randn(6, 2), randn(6, 3));
        var expected = dense.Step(new(real.alias()), new(latents.alias())).R1Penalty;

        var steps = Enumerable.Range(0, 9).Select(_ => gan.Step(new(real.alias()), new(latents.alias()))).ToList();

        Assert.Equal([0, 4, 8], Enumerable.Range(0, 9).Where(step => !float.IsNaN(steps[step].R1Penalty)));
        Assert.Equal(expected, steps[0].R1Penalty, 1e-4f);
        Assert.All(steps, step => Assert.True(float.IsFinite(step.DiscriminatorLoss)));
    }

    /// <summary>Two updates in a step, of which only the first can be the fourth, the eighth and so on.</summary>
    [Fact]
    public void Is_measured_in_a_step_that_ends_with_another_update()
    {
        using var scope = NewDisposeScope();
        using var gan = new LazyR1Gan(new() { Seed = 4, DiscriminatorSteps = 2 });
        using var dense = new DenseR1Gan(new() { Seed = 4 });
        manual_seed(1);
        var (real, latents) = (randn(12, 2), randn(6, 3));
        var expected = dense.Step(new(real.narrow(0, 0, 6)), new(latents.alias())).R1Penalty;

        var steps = Enumerable.Range(0, 5).Select(_ => gan.Step(new(real.alias()), new(latents.alias()))).ToList();

        Assert.Equal([0, 2, 4], Enumerable.Range(0, 5).Where(step => !float.IsNaN(steps[step].R1Penalty)));
        Assert.Equal(expected, steps[0].R1Penalty, 1e-4f);
    }

    /// <summary>Of three updates the first and the last are due in one step, and the middle one in the next.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_step_in_which_it_was_due_shows_it(bool accumulates)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Assert.All(R2Penalties(accumulates), penalty => Assert.True(float.IsFinite(penalty)));
    }

    private static List<float> R2Penalties(bool accumulates)
    {
        var (real, labels) = (randn(18, 2), arange(18).remainder(3));
        if (accumulates)
        {
            using var parts = new AlternatingSharedFakesPartsGan(new() { DiscriminatorSteps = 3 });
            return
            [
                .. Enumerable.Range(0, 4).Select(_ => parts.Step(new(real.alias()), new(labels.alias())).R2Penalty),
            ];
        }

        using var whole = new AlternatingSharedFakesWholeGan(new() { DiscriminatorSteps = 3 });
        return [.. Enumerable.Range(0, 4).Select(_ => whole.Step(new(real.alias()), new(labels.alias())).R2Penalty)];
    }
}
