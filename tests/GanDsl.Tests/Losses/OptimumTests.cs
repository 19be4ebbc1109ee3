using GanDsl.Tests.Models;
using static TorchSharp.torch;
using Loss = GanDsl.Tests.Models.AlternatingSaturatingGan.Losses;

namespace GanDsl.Tests.Losses;

/// <summary>What Goodfellow et al. 2014 prove of the game: proposition 1 (the best discriminator) and theorem 1 (its value).</summary>
public sealed class OptimumTests
{
    private static readonly double Log2 = Math.Log(2);

    [Fact]
    public void Where_D_cannot_tell_the_losses_are_multiples_of_log_2()
    {
        using var scope = NewDisposeScope();
        var cannotTell = zeros(9, ScalarType.Float64);

        Values.AssertRelative(2 * Log2, Values.Single(Loss.Discriminator(cannotTell, cannotTell)), 1e-15);
        Values.AssertRelative(-Math.Log(4), Values.Single(Loss.Value(cannotTell, cannotTell)), 1e-15);
        Values.AssertRelative(3 * Log2, Values.Single(Loss.Total(cannotTell, cannotTell)), 1e-15);
        Values.AssertRelative(-Log2, Values.Single(Loss.Generator(cannotTell)), 1e-15);
        Values.AssertRelative(Log2, Values.Single(AlternatingNonSaturatingGan.Losses.Generator(cannotTell)), 1e-15);
    }

    [Theory]
    [InlineData(typeof(AlternatingNonSaturatingGan))]
    [InlineData(typeof(AlternatingSaturatingGan))]
    [InlineData(typeof(SimultaneousSaturatingGan))]
    public void A_step_reports_the_optimum_where_D_cannot_tell(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model);
        using (no_grad())
        {
            foreach (var parameter in gan.D.parameters())
            {
                parameter.zero_();
            }
        }

        var step = gan.Step(randn(8, 2), randn(8, 3));

        Assert.Equal(2 * Log2, step.DiscriminatorLoss, 1e-6);
        Assert.Equal(-Math.Log(4), step.Value!.Value, 1e-6);
        Assert.Equal(0, step.JensenShannonDivergence!.Value, 1e-6);
        Assert.Equal((0.5, 0.5), (step.RealScore, step.FakeScore));
    }

    /// <summary>How often each outcome turns up among the real and among the generated examples.</summary>
    public static TheoryData<int[], int[]> Distributions =>
        new()
        {
            { [4, 2, 1, 1], [1, 1, 2, 4] },
            { [10, 5, 1], [3, 12, 1] },
            { [3, 3], [3, 3] },
        };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void The_value_at_the_best_D_is_twice_the_Jensen_Shannon_divergence_less_log_4(int[] data, int[] generated)
    {
        using var scope = NewDisposeScope();
        var best = BestLogits(data, generated);

        var value = Value(best, data, generated);

        Assert.Equal(-Math.Log(4) + (2 * JensenShannon(data, generated)), value, 1e-14);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void No_other_D_reaches_that_value(int[] data, int[] generated)
    {
        using var scope = NewDisposeScope();
        var best = BestLogits(data, generated);
        var value = Value(best, data, generated);

        for (var outcome = 0; outcome < best.Length; outcome++)
        {
            foreach (var change in new[] { -0.5, -0.01, 0.01, 0.5 })
            {
                var other = best.ToArray();
                other[outcome] += change;
                Assert.True(Value(other, data, generated) < value);
            }
        }
    }

    // D* = 1 on real and 0 on generated examples: its logits are infinite, and 700 is as good as infinite.
    [Fact]
    public void Distributions_that_share_no_outcome_reach_the_value_0()
    {
        using var scope = NewDisposeScope();

        var value = Value([700, -700], [5, 0], [0, 5]);

        Assert.Equal(0, value, 1e-14);
        Assert.Equal(Log2, (value + Math.Log(4)) / 2, 1e-14);
    }

    /// <summary>D*(x) = p(x) / (p(x) + q(x)), whose logit is log p(x) - log q(x).</summary>
    private static double[] BestLogits(int[] data, int[] generated) =>
        [.. data.Zip(generated, (p, q) => Math.Log((double)p / data.Sum()) - Math.Log((double)q / generated.Sum()))];

    /// <summary>V on examples that turn up exactly as often as they should.</summary>
    private static double Value(double[] logits, int[] data, int[] generated) =>
        Values.Single(Loss.Value(Examples(logits, data), Examples(logits, generated)));

    private static Tensor Examples(double[] logits, int[] counts) =>
        Values.Vector([.. logits.Zip(counts, (logit, count) => Enumerable.Repeat(logit, count)).SelectMany(x => x)]);

    private static double JensenShannon(int[] data, int[] generated)
    {
        double[] p = [.. data.Select(count => (double)count / data.Sum())];
        double[] q = [.. generated.Select(count => (double)count / generated.Sum())];
        double[] middle = [.. p.Zip(q, (a, b) => (a + b) / 2)];
        return (KullbackLeibler(p, middle) + KullbackLeibler(q, middle)) / 2;
    }

    private static double KullbackLeibler(double[] p, double[] q) => p.Zip(q, (a, b) => a * Math.Log(a / b)).Sum();
}
