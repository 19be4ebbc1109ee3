using static TorchSharp.torch;

namespace GanDsl.Tests.Runs;

public sealed class LatentTruncationTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Values_are_those_of_the_truncated_normal_distribution(double threshold)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var latents = randn(2000, 50);

        var values = Values.Of(LatentTruncation.Normal(latents, threshold));

        Assert.All(values, value => Assert.InRange(Math.Abs(value), 0, threshold * (1 + 1e-6)));
        // The variance is 1 - 2tφ(t) / (2Φ(t) - 1); the inner probability by Simpson's rule.
        static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        const int parts = 1000;
        var inner = Enumerable
            .Range(0, parts)
            .Select(part => -threshold + 2 * threshold * part / parts)
            .Sum(x => (Density(x) + 4 * Density(x + threshold / parts) + Density(x + 2 * threshold / parts)) / 6);
        var variance = 1 - 2 * threshold * Density(threshold) / (inner * 2 * threshold / parts);
        Assert.Equal(1, values.Average(value => value * value) / variance, 0.02);
    }

    [Fact]
    public void Their_order_stays_and_a_far_threshold_changes_nothing()
    {
        using var scope = NewDisposeScope();
        var latents = tensor([-40f, -3, -1, 0, 0.5f, 2, 40]).reshape(1, 7);

        Assert.Equal([-1, 1], Values.Of(LatentTruncation.Normal(latents, 1)).Where(value => Math.Abs(value) == 1));
        var values = Values.Of(LatentTruncation.Normal(latents, 1));
        Assert.Equal(values.Order(), values);
        Assert.Equal(0, values[3]);
        var far = Values.Of(LatentTruncation.Normal(latents, 100));
        Assert.Equal([-3, -1, 0, 0.5, 2], far[1..6].Select(value => Math.Round(value, 5)));
        // Beyond 8.3 the distribution function is 1 in float64.
        Assert.Equal([-100, 100], [far[0], far[6]]);
    }

    [Fact]
    public void What_means_nothing_is_refused()
    {
        using var whole = ones(1, 2, int64);
        using var latents = ones(1, 2);
        Assert.Throws<ArgumentException>(() => LatentTruncation.Normal(whole, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatentTruncation.Normal(latents, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatentTruncation.Normal(latents, double.NaN));
    }
}
