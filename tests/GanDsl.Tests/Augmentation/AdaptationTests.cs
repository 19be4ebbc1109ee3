using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>The probability: r = E[sign D(x)] against a target, in steps of examples / speed (Karras et al. 2020, section 3.1).</summary>
public sealed class AdaptationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Moves_by_the_examples_since_the_last_move_after_every_interval()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, target: 0.5, interval: 2, speed: 100);

        // Mean signs 1, 0.25, 0.5 and 1: up, down, to rest and up.
        var probabilities = new[]
        {
            new float[] { 1, 2, 3, 4 },
            [5, 6],
            [1, 1, 1, 1],
            [1, -1, -1, -1],
            [3, 3],
            [3, -3],
            [9, 9, 9, 9, 9],
            [9],
        }
            .Select(logits =>
            {
                augmentation.Observe(tensor(logits));
                return augmentation.Probability;
            })
            .ToList();

        Values.AssertRelative([0, 0.06, 0.06, 0, 0, 0, 0, 0.06], [.. probabilities], 1e-12);
    }

    [Fact]
    public void By_default_waits_four_observations_for_a_mean_sign_above_six_tenths()
    {
        using var augmentation = new AdaptiveAugmentation(CPU);
        for (var step = 1; step <= 8; step++)
        {
            // 41 of 50 above 0 make 0.64.
            augmentation.Observe(arange(50).to(ScalarType.Float32) - 8.5f);
            Assert.Equal(step / 4 * 200 / 500_000.0, augmentation.Probability, 1e-15);
        }

        for (var step = 1; step <= 4; step++)
        {
            // 39 of 50 make 0.56.
            augmentation.Observe(arange(50).to(ScalarType.Float32) - 10.5f);
        }

        Assert.Equal(200 / 500_000.0, augmentation.Probability, 1e-15);
    }

    [Fact]
    public void Saturates_at_0_and_1()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, interval: 1, speed: 10);
        augmentation.Observe(-ones(3));
        Assert.Equal(0, augmentation.Probability);

        for (var step = 0; step < 5; step++)
        {
            augmentation.Observe(ones(3));
        }

        Assert.Equal(1, augmentation.Probability);
        augmentation.Observe(-ones(3));
        Assert.Equal(0.7, augmentation.Probability, 1e-15);
    }

    [Fact]
    public void Without_logits_the_probability_stays()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, interval: 2, speed: 10);
        augmentation.Probability = 0.5;

        augmentation.Observe(ones(0));
        augmentation.Observe(ones(0));
        Assert.Equal(0.5, augmentation.Probability);

        // They were counted as observations.
        augmentation.Observe(ones(1));
        Assert.Equal(0.5, augmentation.Probability);
        augmentation.Observe(ones(0));
        Assert.Equal(0.6, augmentation.Probability, 1e-15);
    }

    [Fact]
    public void Logits_of_0_are_neither_above_nor_below()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, target: 0, interval: 1, speed: 10);
        augmentation.Probability = 0.5;

        augmentation.Observe(zeros(3));
        augmentation.Observe(tensor(new float[] { 1, -1 }));
        augmentation.Observe(zeros(0));

        Assert.Equal(0.5, augmentation.Probability);
    }

    [Fact]
    public void Logits_that_are_no_numbers_leave_a_probability()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, interval: 1, speed: 10);

        augmentation.Observe(tensor(new[] { float.NaN, float.NaN }));
        augmentation.Observe(tensor(new[] { float.PositiveInfinity, 1 }));

        Assert.Equal(0.2, augmentation.Probability, 1e-15);
    }

    [Fact]
    public void Logits_keep_their_graph_and_give_none()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, interval: 1);
        var logits = ones([2, 1], requires_grad: true);

        augmentation.Observe(logits * 2);

        Assert.False(augmentation.Measure().requires_grad);
        Assert.Equal(2 / 500_000.0, augmentation.Probability, 1e-15);
        Assert.Equal((float)(2 / 500_000.0), (float)Values.Single(augmentation.Measure()));
    }

    [Fact]
    public void Goes_on_from_a_saved_state_with_the_same_bits()
    {
        using var whole = new AdaptiveAugmentation(CPU, target: 0.3, interval: 3, speed: 7);
        using var second = new AdaptiveAugmentation(CPU, target: 0.3, interval: 3, speed: 7);
        using var random = new Generator(11, CPU);
        for (var step = 0; step < 7; step++)
        {
            whole.Observe(Logits());
        }

        // Steps of its own before it is told to forget them.
        second.Observe(ones(5));
        second.LoadState(whole.State());

        for (var step = 0; step < 12; step++)
        {
            Assert.Equal(whole.Probability, second.Probability);
            var logits = Logits();
            whole.Observe(logits);
            second.Observe(logits);
        }

        Tensor Logits() => randn(1, generator: random) + 0.5;
    }

    [Fact]
    public void State_belongs_to_the_caller()
    {
        using var augmentation = new AdaptiveAugmentation(CPU, interval: 2, speed: 10);
        augmentation.Observe(ones(3));
        var state = augmentation.State();

        augmentation.Observe(ones(3));

        Assert.Equal(["examples", "observations", "probability", "signs"], state.Keys.Order());
        Assert.Equal(3, state["examples"].item<long>());
        Assert.Equal(1, state["observations"].item<long>());
        Assert.Equal(3, state["signs"].item<double>());
        Assert.Equal(0, state["probability"].item<double>());
        Assert.Equal(0.6, augmentation.Probability, 1e-15);
    }

    [Theory]
    [InlineData("probability", 1.5)]
    [InlineData("probability", double.NaN)]
    [InlineData("signs", 4.0)]
    [InlineData("examples", -1L)]
    [InlineData("observations", 2L)]
    [InlineData("examples", 3.0)]
    [InlineData("probability", null)]
    [InlineData("another", 1.0)]
    public void A_state_of_something_else_changes_nothing(string name, object? value)
    {
        using var augmentation = new AdaptiveAugmentation(CPU, interval: 2, speed: 10);
        augmentation.Observe(ones(3));
        augmentation.Probability = 0.25;
        var before = augmentation.State().ToDictionary(each => each.Key, each => Values.Single(each.Value));
        using var other = new AdaptiveAugmentation(CPU, interval: 2, speed: 10);
        other.Probability = 0.75;
        var state = new Dictionary<string, Tensor>(other.State());
        state.Remove(name);
        if (value is double real)
        {
            state[name] = tensor(real, ScalarType.Float64);
        }
        else if (value is long whole)
        {
            state[name] = tensor(whole, ScalarType.Int64);
        }

        Assert.Contains(name, Assert.Throws<GanException>(() => augmentation.LoadState(state)).Message);

        Assert.Equal(before, augmentation.State().ToDictionary(each => each.Key, each => Values.Single(each.Value)));
    }

    [Theory]
    [InlineData(1.5, 4, 10)]
    [InlineData(double.NaN, 4, 10)]
    [InlineData(0.6, 0, 10)]
    [InlineData(0.6, 4, 0)]
    [InlineData(0.6, 4, double.PositiveInfinity)]
    public void Numbers_outside_their_range_are_refused(double target, int interval, double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdaptiveAugmentation(CPU, target, interval, speed));

    [Fact]
    public void What_is_disposed_refuses()
    {
        var augmentation = new AdaptiveAugmentation(CPU);
        augmentation.Dispose();
        augmentation.Dispose();

        Assert.Throws<ObjectDisposedException>(() => augmentation.Apply(ones(1, 1, 2, 2)));
        Assert.Throws<ObjectDisposedException>(() => augmentation.Observe(ones(1)));
        Assert.Throws<ObjectDisposedException>(() => augmentation.Probability);
        Assert.Throws<ObjectDisposedException>(augmentation.Measure);
        Assert.Throws<ObjectDisposedException>(augmentation.State);
    }

    public void Dispose() => scope.Dispose();
}
