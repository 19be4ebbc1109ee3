using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Monitors;

public sealed class ModeCollapseTests
{
    [Fact]
    public void The_mean_distance_is_that_over_all_pairs()
    {
        using var scope = NewDisposeScope();
        var examples = randn(7, 2, 3);
        var rows = Enumerable.Range(0, 7).Select(row => Values.Of(examples[row])).ToArray();
        var squares =
            from i in Enumerable.Range(0, 7)
            from j in Enumerable.Range(0, i)
            select rows[i].Zip(rows[j], (a, b) => (a - b) * (a - b)).Sum();

        Assert.Equal(Math.Sqrt(squares.Average()), ModeCollapse.MeanDistance(examples), 1e-9);
        Assert.Equal(0, ModeCollapse.MeanDistance(full(5, 4, 1e6)), 1e-9);
    }

    [Fact]
    public void A_generator_without_weights_has_collapsed()
    {
        using var gan = new NarrowGan();
        using var real = randn(10, 2);
        var monitor = new ModeCollapse(real, looks: 2, after: 3);
        var steps = GivenStep.Same(5, 1, 0.5f, 0.5f);
        Assert.True(monitor.HasReal);
        using (no_grad())
        {
            gan.G.get_parameter("linear1.weight")!.zero_();
        }

        Assert.Null(monitor.Look(gan, steps[..3]));
        Assert.Null(monitor.Look(gan, steps[3..4]));
        Assert.StartsWith(
            "The generator has collapsed: two of its examples are 0 apart on average, two real ones ",
            monitor.Look(gan, steps[4..])
        );
    }

    [Fact]
    public void Looks_at_a_collapsed_generator_count_in_a_row()
    {
        using var gan = new NarrowGan();
        using var drawn = gan.Sample(500);
        var monitor = new ModeCollapse(drawn.Tensor, looks: 2, after: 0);
        var step = GivenStep.Same(1, 1, 0.5f, 0.5f);
        var weight = gan.G.get_parameter("linear1.weight")!;
        using var varied = weight.detach().clone();
        using var collapsed = zeros_like(varied);

        Assert.Null(LookWith(collapsed));
        Assert.Null(LookWith(varied));
        Assert.Null(LookWith(collapsed));
        Assert.NotNull(LookWith(collapsed));

        string? LookWith(Tensor values)
        {
            using (no_grad())
            {
                weight.copy_(values);
            }

            return monitor.Look(gan, step);
        }
    }

    [Fact]
    public void One_that_varies_has_not()
    {
        using var gan = new NarrowGan();
        using var drawn = gan.Sample(500);
        var monitor = new ModeCollapse(drawn.Tensor, ratio: 0.5, looks: 1, after: 0);

        Assert.Null(monitor.Look(gan, GivenStep.Same(1, 1, 0.5f, 0.5f)));
    }

    [Fact]
    public void Without_real_examples_nothing_is_noticed()
    {
        using var gan = new NarrowGan();
        var monitor = new ModeCollapse(looks: 1, after: 0);

        Assert.False(monitor.HasReal);
        Assert.Null(monitor.Look(gan, GivenStep.Same(1, 1, 0.5f, 0.5f)));
        using var single = randn(1, 2);
        Assert.Contains("at least 2", Assert.Throws<ArgumentException>(() => monitor.CompareWith(single)).Message);
    }
}
