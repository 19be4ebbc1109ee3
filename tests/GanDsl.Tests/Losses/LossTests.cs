using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;
using NonSaturating = GanDsl.Tests.Models.AlternatingNonSaturatingGan.Losses;
using Saturating = GanDsl.Tests.Models.AlternatingSaturatingGan.Losses;

namespace GanDsl.Tests.Losses;

/// <summary>
/// The generated losses and their gradients against closed forms in .NET arithmetic: with softplus' = sigmoid, each is a mean
/// of softplus(±s), whose gradient is ±sigmoid(±s) / m.
/// </summary>
public sealed class LossTests : IDisposable
{
    private const double Tolerance = 1e-12;

    private readonly DisposeScope scope = NewDisposeScope();

    /// <summary>Random logits of a young and of a sure discriminator, and each tail by itself.</summary>
    public static TheoryData<double[], double[]> Logits =>
        new()
        {
            { Random(1, 1), Random(2, 1) },
            { Random(3, 20), Random(4, 20) },
            { Random(5, 300), Random(6, 300) },
            { [100], [100] },
            { [100], [-100] },
            { [-100], [100] },
            { [-100], [-100] },
            { [700], [700] },
            { [700], [-700] },
            { [-700], [700] },
            { [-700], [-700] },
            { [-700, 0, 700, 1e-300], [0, 700, -700, -0.5] },
        };

    [Theory]
    [MemberData(nameof(Logits))]
    public void The_discriminator_minimises_the_cross_entropy(double[] real, double[] fake)
    {
        var expected = Mean(real, s => Exact.Softplus(-s)) + Mean(fake, Exact.Softplus);
        var ofReal = Gradient(real, s => -Exact.Sigmoid(-s));
        var ofFake = Gradient(fake, Exact.Sigmoid);

        Check(NonSaturating.Discriminator, real, fake, expected, ofReal, ofFake);
        Check(Saturating.Discriminator, real, fake, expected, ofReal, ofFake);
        Check(OfBoth(NonSaturating.DiscriminatorOnBoth), real, fake, expected, ofReal, ofFake);
        Check(OfBoth(Saturating.DiscriminatorOnBoth), real, fake, expected, ofReal, ofFake);
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void The_value_is_the_negative_discriminator_loss(double[] real, double[] fake)
    {
        var expected = -Mean(real, s => Exact.Softplus(-s)) - Mean(fake, Exact.Softplus);
        var ofReal = Gradient(real, s => Exact.Sigmoid(-s));
        var ofFake = Gradient(fake, s => -Exact.Sigmoid(s));

        Check(NonSaturating.Value, real, fake, expected, ofReal, ofFake);
        Check(Saturating.Value, real, fake, expected, ofReal, ofFake);
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void The_non_saturating_generator_raises_log_D(double[] real, double[] fake)
    {
        var expected = Mean(fake, s => Exact.Softplus(-s));

        Check(
            (_, s) => NonSaturating.Generator(s),
            real,
            fake,
            expected,
            null,
            Gradient(fake, s => -Exact.Sigmoid(-s))
        );
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void The_saturating_generator_lowers_log_of_1_minus_D(double[] real, double[] fake)
    {
        var expected = -Mean(fake, Exact.Softplus);

        Check((_, s) => Saturating.Generator(s), real, fake, expected, null, Gradient(fake, s => -Exact.Sigmoid(s)));
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void The_total_adds_the_non_saturating_loss_whichever_trains_the_generator(double[] real, double[] fake)
    {
        var expected =
            Mean(real, s => Exact.Softplus(-s)) + Mean(fake, Exact.Softplus) + Mean(fake, s => Exact.Softplus(-s));
        var ofReal = Gradient(real, s => -Exact.Sigmoid(-s));
        var ofFake = Gradient(fake, s => Math.Tanh(s / 2));

        Check(NonSaturating.Total, real, fake, expected, ofReal, ofFake);
        Check(Saturating.Total, real, fake, expected, ofReal, ofFake);
    }

    [Fact]
    public void Gradients_are_the_slopes_of_the_values()
    {
        Func<Tensor, Tensor, Tensor>[] losses =
        [
            NonSaturating.Discriminator,
            NonSaturating.Total,
            NonSaturating.Value,
            (_, fake) => NonSaturating.Generator(fake),
            Saturating.Discriminator,
            Saturating.Total,
            Saturating.Value,
            (_, fake) => Saturating.Generator(fake),
        ];
        var (real, fake) = (Random(7, 2), Random(8, 2));

        foreach (var loss in losses)
        {
            var (_, ofReal, ofFake) = Differentiate(loss, real, fake);
            AssertSlopes(logits => Values.Single(loss(Values.Vector(logits), Values.Vector(fake))), real, ofReal);
            AssertSlopes(logits => Values.Single(loss(Values.Vector(real), Values.Vector(logits))), fake, ofFake);
        }
    }

    [Fact]
    public void Every_loss_keeps_its_range_in_float32_too()
    {
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            for (var logit = -700.0; logit <= 700; logit += 12.5)
            {
                var (real, fake) = (full(3, logit, type), full(3, -logit / 3, type));
                var discriminator = Values.Single(NonSaturating.Discriminator(real, fake));
                var nonSaturating = Values.Single(NonSaturating.Generator(fake));
                var saturating = Values.Single(Saturating.Generator(fake));
                var total = Values.Single(Saturating.Total(real, fake));

                Assert.All(
                    new[] { discriminator, nonSaturating, saturating, total },
                    loss => Assert.True(double.IsFinite(loss))
                );
                Assert.True(discriminator >= 0 && nonSaturating >= 0 && saturating <= 0 && total >= 0);
                Assert.True(Values.Single(Saturating.Value(real, fake)) <= 0);
            }
        }
    }

    [Fact]
    public void Losses_are_means_over_logits_of_any_shape()
    {
        var logits = Values.Vector(-1, 2, 0.5, 3, -4, 0);

        Assert.Empty(NonSaturating.Generator(logits).shape);
        Assert.Equal(
            Values.Single(NonSaturating.Generator(logits)),
            Values.Single(NonSaturating.Generator(logits.reshape(6, 1, 1, 1))),
            1e-15
        );
    }

    public void Dispose() => scope.Dispose();

    private static void Check(
        Func<Tensor, Tensor, Tensor> loss,
        double[] real,
        double[] fake,
        double expected,
        double[]? ofReal,
        double[] ofFake
    )
    {
        var (value, foundOfReal, foundOfFake) = Differentiate(loss, real, fake);

        Assert.True(double.IsFinite(value));
        Values.AssertRelative(expected, value, Tolerance);
        AssertEach(ofReal ?? new double[real.Length], foundOfReal);
        AssertEach(ofFake, foundOfFake);
    }

    private static (double Value, double[] OfReal, double[] OfFake) Differentiate(
        Func<Tensor, Tensor, Tensor> loss,
        double[] real,
        double[] fake
    )
    {
        var realLogits = Values.Vector(real).requires_grad_();
        var fakeLogits = Values.Vector(fake).requires_grad_();
        var value = loss(realLogits, fakeLogits);
        var gradients = autograd.grad([value], [realLogits, fakeLogits], allow_unused: true);
        return (
            Values.Single(value),
            gradients[0] is { IsInvalid: false } ? Values.Of(gradients[0]) : new double[real.Length],
            Values.Of(gradients[1])
        );
    }

    /// <summary>Each by itself: a gradient of e^-700 counts as much as one of 1.</summary>
    private static void AssertEach(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Values.AssertRelative(expected[i], found[i], Tolerance);
        }
    }

    /// <summary>Central differences: their error is about h² / 6 and, from rounding, 1e-16 / h.</summary>
    private static void AssertSlopes(Func<double[], double> value, double[] at, double[] gradient)
    {
        const double h = 1e-5;
        for (var i = 0; i < at.Length; i++)
        {
            double At(double step) => value([.. at[..i], at[i] + step, .. at[(i + 1)..]]);
            Assert.Equal((At(h) - At(-h)) / (2 * h), gradient[i], 1e-9);
        }
    }

    /// <summary>A loss of logits that have come out of one pass.</summary>
    private static Func<Tensor, Tensor, Tensor> OfBoth(Func<Tensor, Tensor> loss) =>
        (realLogits, fakeLogits) => loss(cat([realLogits, fakeLogits], 0).reshape(-1, 1));

    private static double Mean(double[] logits, Func<double, double> term) => logits.Average(term);

    private static double[] Gradient(double[] logits, Func<double, double> slope) =>
        [.. logits.Select(logit => slope(logit) / logits.Length)];

    private static double[] Random(int seed, double scale)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 12).Select(_ => scale * ((2 * random.NextDouble()) - 1))];
    }
}
