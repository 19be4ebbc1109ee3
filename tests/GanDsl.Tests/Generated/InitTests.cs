using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>First weights have the distribution that is declared.</summary>
public sealed class InitTests : IDisposable
{
    /// <summary>Of 60,000 values the mean is off by 1/245 and the deviation by 1/346 of a deviation; these are five times as much.</summary>
    private const double Tolerance = 0.02;

    private readonly DoublePrecision precision = new();
    private readonly InitialisedGan gan = new(new() { Seed = 3 });

    [Fact]
    public void Normal()
    {
        AssertMoments("normal", 0.5, 0.02);
        Assert.InRange(Weights("normal").Max(), 0.5 + (3.5 * 0.02), 0.5 + (7 * 0.02));
    }

    [Fact]
    public void Truncated_at_two_deviations()
    {
        // The variance of a normal distribution cut at ±2 is 1 - 4·φ(2) / (2·Φ(2) - 1).
        const double variance = 1 - (4 * 0.05399096651318806 / 0.9544997361036416);
        AssertMoments("truncated", 1, 0.1 * Math.Sqrt(variance));
        Assert.All(Weights("truncated"), weight => Assert.InRange(weight, 0.8, 1.2));
    }

    [Fact]
    public void Uniform_within_its_reach()
    {
        AssertMoments("uniform", -1, 0.3 / Math.Sqrt(3));
        Assert.All(Weights("uniform"), weight => Assert.InRange(weight, -1.3, -0.7));
    }

    [Fact]
    public void Constant() => Assert.All(Weights("constant"), weight => Assert.Equal(0.125, weight));

    [Fact]
    public void Xavier_with_its_gain()
    {
        var deviation = Math.Sqrt(2.0 / (300 + 200));
        AssertMoments("xavierUniform", 0, 2 * deviation);
        Assert.All(
            Weights("xavierUniform"),
            weight => Assert.InRange(Math.Abs(weight), 0, 2 * deviation * Math.Sqrt(3))
        );
        AssertMoments("xavierNormal", 0, deviation);
        AssertShare(0.6826894921, "xavierNormal", deviation);
        AssertShare(0.9544997361, "xavierNormal", 2 * deviation);
    }

    [Fact]
    public void Kaiming_with_its_slope_and_fan()
    {
        var bound = Math.Sqrt(2 / (1 + 0.25)) * Math.Sqrt(3.0 / 300);
        AssertMoments("kaimingUniform", 0, bound / Math.Sqrt(3));
        Assert.All(Weights("kaimingUniform"), weight => Assert.InRange(Math.Abs(weight), 0, bound));
        AssertMoments("kaimingNormal", 0, Math.Sqrt(2.0 / 300));
        AssertShare(0.6826894921, "kaimingNormal", Math.Sqrt(2.0 / 300));
        AssertShare(0.9544997361, "kaimingNormal", 2 * Math.Sqrt(2.0 / 300));
    }

    [Fact]
    public void Orthogonal_with_its_gain()
    {
        var rows = Weights("orthogonal").Chunk(300).ToArray();
        Assert.Equal(100, rows.Length);
        for (var row = 0; row < rows.Length; row += 7)
        {
            for (var other = row; other < rows.Length; other += 11)
            {
                var product = rows[row].Zip(rows[other], (a, b) => a * b).Sum();
                Assert.Equal(row == other ? 9 : 0, product, 1e-10);
            }
        }
    }

    [Fact]
    public void A_bias_stays_as_it_is_unless_one_is_declared()
    {
        Assert.All(Values.Of(gan.G.get_parameter("normal.bias")!), bias => Assert.Equal(0.25, bias));
        Assert.All(Values.Of(gan.G.get_parameter("constant.bias")!), bias => Assert.Equal(0, bias));

        // PyTorch's default: uniform within 1/√in.
        var untouched = Values.Of(gan.G.get_parameter("uniform.bias")!);
        Assert.All(untouched, bias => Assert.InRange(Math.Abs(bias), 0, 1 / Math.Sqrt(300)));
        Assert.InRange(untouched.Max(), 0.9 / Math.Sqrt(300), 1);
    }

    [Fact]
    public void A_layer_without_one_has_PyTorchs_default()
    {
        var weights = Weights("linear1");

        Assert.All(weights, weight => Assert.InRange(Math.Abs(weight), 0, 0.1));
        Assert.InRange(weights.Max(), 0.09, 0.1);
    }

    [Fact]
    public void The_scale_of_a_normalisation_is_for_those_alone()
    {
        var scale = Values.Of(gan.D.get_parameter("batchNorm1.weight")!);
        Assert.InRange(scale.Average(), 1 - 0.006, 1 + 0.006);
        Assert.NotEqual(scale.Min(), scale.Max());
        Assert.All(Values.Of(gan.D.get_parameter("batchNorm1.bias")!), bias => Assert.Equal(3, bias));
        Assert.All(
            Values.Of(gan.D.get_parameter("linear1.weight")!),
            weight => Assert.InRange(Math.Abs(weight), 0, 0.71)
        );
    }

    public void Dispose()
    {
        gan.Dispose();
        precision.Dispose();
    }

    private double[] Weights(string layer) => Values.Of(gan.G.get_parameter($"{layer}.weight")!);

    private void AssertMoments(string layer, double mean, double deviation)
    {
        var weights = Weights(layer);
        Assert.Equal(mean, weights.Average(), Tolerance * deviation);
        var found = Math.Sqrt(weights.Average(weight => (weight - mean) * (weight - mean)));
        Assert.Equal(deviation, found, Tolerance * deviation);
    }

    /// <summary>How many values lie within a distance of zero; of 60,000 a share is off by at most 1/490, and this is five times as much.</summary>
    private void AssertShare(double expected, string layer, double distance) =>
        Assert.Equal(expected, Weights(layer).Average(weight => Math.Abs(weight) <= distance ? 1.0 : 0), 0.0102);
}
