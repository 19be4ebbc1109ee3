using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Losses;

/// <summary>The losses beyond the min-max game and their gradients, against their papers' formulas in .NET arithmetic.</summary>
public sealed class ScoreLossTests : IDisposable
{
    private const double Tolerance = 1e-12;

    private readonly DisposeScope scope = NewDisposeScope();

    /// <summary>Random scores of a young and of a sure discriminator, and scores on both sides of every kink and in both tails.</summary>
    public static TheoryData<double[], double[]> Scores =>
        new()
        {
            { [0.3, -0.2, 0.9, 1.4, -2.5], [-0.7, 0.1, -1.6, 2.2, 0.4] },
            { [12, -7.5, 30, 0.25], [-14, 9.5, -0.125, 3] },
            { [700, -700, 0, 1.5], [-700, 700, 0.5, -1.5] },
            { [100], [-100] },
            { [-100], [100] },
        };

    [Theory]
    [MemberData(nameof(Scores))]
    public void Least_squares_pull_scores_to_their_labels(double[] real, double[] fake)
    {
        Check(
            AlternatingLeastSquaresGan.Losses.Discriminator,
            real,
            fake,
            (real.Average(s => (s - 1) * (s - 1)) / 2) + (fake.Average(s => s * s) / 2),
            Gradient(real, s => s - 1),
            Gradient(fake, s => s)
        );
        Check(
            (_, s) => AlternatingLeastSquaresGan.Losses.Generator(s),
            real,
            fake,
            fake.Average(s => (s - 1) * (s - 1)) / 2,
            new double[real.Length],
            Gradient(fake, s => s - 1)
        );
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void Wasserstein_compares_means(double[] real, double[] fake)
    {
        foreach (
            var loss in new[]
            {
                AlternatingWassersteinGan.Losses.Discriminator,
                OfBoth(AlternatingWassersteinGan.Losses.DiscriminatorOnBoth),
            }
        )
        {
            Check(loss, real, fake, fake.Average() - real.Average(), Gradient(real, _ => -1), Gradient(fake, _ => 1));
        }

        Check(
            (_, s) => AlternatingWassersteinGan.Losses.Generator(s),
            real,
            fake,
            -fake.Average(),
            new double[real.Length],
            Gradient(fake, _ => -1)
        );
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void The_hinge_leaves_scores_beyond_the_margin_alone(double[] real, double[] fake)
    {
        foreach (
            var loss in new[]
            {
                AlternatingHingeGan.Losses.Discriminator,
                OfBoth(AlternatingHingeGan.Losses.DiscriminatorOnBoth),
            }
        )
        {
            Check(
                loss,
                real,
                fake,
                real.Average(s => Math.Max(0, 1 - s)) + fake.Average(s => Math.Max(0, 1 + s)),
                Gradient(real, s => s < 1 ? -1 : 0),
                Gradient(fake, s => s > -1 ? 1 : 0)
            );
        }

        Check(
            (_, s) => AlternatingHingeGan.Losses.Generator(s),
            real,
            fake,
            -fake.Average(),
            new double[real.Length],
            Gradient(fake, _ => -1)
        );
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void Relativistic_scores_are_compared_with_the_mean_of_the_others(double[] real, double[] fake)
    {
        var (value, ofReal, ofFake) = Relativistic(real, fake);
        Check(AlternatingRelativisticAverageGan.Losses.Discriminator, real, fake, value, ofReal, ofFake);

        var (mirrored, mirroredOfFake, mirroredOfReal) = Relativistic(fake, real);
        Check(AlternatingRelativisticAverageGan.Losses.Generator, real, fake, mirrored, mirroredOfReal, mirroredOfFake);
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void Smoothed_labels_lower_what_D_says_of_real_examples(double[] real, double[] fake)
    {
        Check(
            SmoothedGan.Losses.Discriminator,
            real,
            fake,
            real.Average(s => (0.75 * Exact.Softplus(-s)) + (0.25 * Exact.Softplus(s))) + fake.Average(Exact.Softplus),
            Gradient(real, s => (0.25 * Exact.Sigmoid(s)) - (0.75 * Exact.Sigmoid(-s))),
            Gradient(fake, Exact.Sigmoid)
        );
        Check(
            SmoothedLeastSquaresGan.Losses.Discriminator,
            real,
            fake,
            (real.Average(s => (s - 0.75) * (s - 0.75)) / 2) + (fake.Average(s => s * s) / 2),
            Gradient(real, s => s - 0.75),
            Gradient(fake, s => s)
        );

        // What the game is worth does not change with the labels that D learns by.
        var value = -real.Average(s => Exact.Softplus(-s)) - fake.Average(Exact.Softplus);
        Values.AssertRelative(
            value,
            Values.Single(SmoothedGan.Losses.Value(Values.Vector(real), Values.Vector(fake))),
            Tolerance
        );
        Values.AssertRelative(
            fake.Average(s => Exact.Softplus(-s)) - value,
            Values.Single(SmoothedGan.Losses.Total(Values.Vector(real), Values.Vector(fake))),
            Tolerance
        );
    }

    [Fact]
    public void Where_D_cannot_tell_each_loss_is_what_its_documentation_says()
    {
        var half = full(7, 0.5, ScalarType.Float64);
        var zero = zeros(7, ScalarType.Float64);

        Assert.Equal(0.25, Values.Single(AlternatingLeastSquaresGan.Losses.Discriminator(half, half)), 1e-15);
        Assert.Equal(0.125, Values.Single(AlternatingLeastSquaresGan.Losses.Generator(half)), 1e-15);
        Assert.Equal(0, Values.Single(AlternatingWassersteinGan.Losses.Discriminator(half, half)), 1e-15);
        Assert.Equal(2, Values.Single(AlternatingHingeGan.Losses.Discriminator(zero, zero)), 1e-15);
        Assert.Equal(
            2 * Math.Log(2),
            Values.Single(AlternatingRelativisticAverageGan.Losses.Discriminator(half, half)),
            1e-15
        );
        Assert.Equal(
            2 * Math.Log(2),
            Values.Single(AlternatingRelativisticAverageGan.Losses.Generator(half, half)),
            1e-15
        );
    }

    [Fact]
    public void A_critic_that_is_steeper_by_a_factor_estimates_a_distance_larger_by_it()
    {
        var (real, fake) = (Values.Vector(1, 2, 4), Values.Vector(-1, 0.5, 0));

        var once = Values.Single(AlternatingWassersteinGan.Losses.Discriminator(real, fake));
        var thrice = Values.Single(AlternatingWassersteinGan.Losses.Discriminator(3 * real, 3 * fake));

        Values.AssertRelative(3 * once, thrice, 1e-14);
    }

    public void Dispose() => scope.Dispose();

    /// <summary>A loss of logits that have come out of one pass.</summary>
    private static Func<Tensor, Tensor, Tensor> OfBoth(Func<Tensor, Tensor> loss) =>
        (realLogits, fakeLogits) => loss(cat([realLogits, fakeLogits], 0).reshape(-1, 1));

    /// <summary>The loss of scores that are to exceed the mean of others; with d = s - mean, softplus'(d) = sigmoid(d).</summary>
    private static (double Value, double[] OfMore, double[] OfLess) Relativistic(double[] more, double[] less)
    {
        var above = more.Select(s => s - less.Average()).ToArray();
        var below = less.Select(s => s - more.Average()).ToArray();
        var pull = above.Average(d => Exact.Sigmoid(-d));
        var push = below.Average(Exact.Sigmoid);
        return (
            above.Average(d => Exact.Softplus(-d)) + below.Average(Exact.Softplus),
            [.. above.Select(d => (-Exact.Sigmoid(-d) - push) / more.Length)],
            [.. below.Select(d => (Exact.Sigmoid(d) + pull) / less.Length)]
        );
    }

    private static double[] Gradient(double[] scores, Func<double, double> slope) =>
        [.. scores.Select(score => slope(score) / scores.Length)];

    private static void Check(
        Func<Tensor, Tensor, Tensor> loss,
        double[] real,
        double[] fake,
        double expected,
        double[] ofReal,
        double[] ofFake
    )
    {
        var realScores = Values.Vector(real).requires_grad_();
        var fakeScores = Values.Vector(fake).requires_grad_();
        var value = loss(realScores, fakeScores);
        var gradients = autograd.grad([value], [realScores, fakeScores], allow_unused: true);

        Assert.Equal(expected, Values.Single(value), Tolerance * Math.Max(1, Math.Abs(expected)));
        AssertEach(ofReal, gradients[0] is { IsInvalid: false } given ? Values.Of(given) : new double[real.Length]);
        AssertEach(ofFake, Values.Of(gradients[1]));
    }

    private static void AssertEach(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], Tolerance * Math.Max(1, Math.Abs(expected[i])));
        }
    }
}
