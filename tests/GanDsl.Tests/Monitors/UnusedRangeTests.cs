using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Monitors;

public sealed class UnusedRangeTests
{
    [Fact]
    public void Values_that_were_not_scaled_are_noticed()
    {
        using var gan = new ConvolutionGan();
        using var real = linspace(0, 1, 4 * 64).reshape(4, 1, 8, 8);

        Assert.Equal(
            "Real examples have values from 0 to 1, but are declared to lie in [-1, 1], so half of what the generator can give is never real; scale them by "
                + "x * 2 - 1, or declare Range = ValueRange.ZeroToOne.",
            new UnusedRange(real).Look(gan, GivenStep.Same(1, 1, 0.5f, 0.5f))
        );
    }

    [Fact]
    public void Values_below_0_are_well_and_so_is_what_is_declared_otherwise()
    {
        using var gan = new ConvolutionGan();
        using var unbounded = new NarrowGan();
        using var scaled = linspace(-0.01, 1, 4 * 64).reshape(4, 1, 8, 8);
        using var points = ones(4, 2);
        var steps = GivenStep.Same(1, 1, 0.5f, 0.5f);
        var monitor = new UnusedRange();

        Assert.Null(monitor.Look(gan, steps));
        monitor.CompareWith(scaled);
        Assert.Null(monitor.Look(gan, steps));
        Assert.Null(new UnusedRange(points).Look(unbounded, steps));
    }
}
