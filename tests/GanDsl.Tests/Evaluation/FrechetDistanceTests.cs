using static TorchSharp.torch;

namespace GanDsl.Tests.Evaluation;

/// <summary>The Fréchet distance against closed forms.</summary>
public sealed class FrechetDistanceTests
{
    [Fact]
    public void Of_one_feature_it_is_the_distance_of_means_and_of_deviations()
    {
        using var scope = NewDisposeScope();
        var first = tensor(new double[] { 1, 2, 6 }).reshape(3, 1);
        var second = tensor(new double[] { -4, 0, 4, 8 }).reshape(4, 1);

        // Means 3 and 2; unbiased variances 7 and 80 / 3.
        var deviations = Math.Sqrt(7) - Math.Sqrt(80.0 / 3);
        Assert.Equal(1 + deviations * deviations, FrechetDistance.Between(first, second), 1e-12);
    }

    [Fact]
    public void Of_two_features_it_is_the_closed_form_with_covariances_that_do_not_commute()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var first =
            randn([40, 2], float64)
                .mm(
                    tensor(
                        new[,]
                        {
                            { 2, 0.5 },
                            { -1, 0.25 },
                        }
                    )
                ) + 3;
        var second = randn([30, 2], float64)
            .mm(
                tensor(
                    new[,]
                    {
                        { 0.5, 1.5 },
                        { 0, 1 },
                    }
                )
            );
        var (a, b) = (Covariance(first), Covariance(second));
        Assert.False(a.mm(b).allclose(b.mm(a)));

        // Of a product of two 2 x 2 covariances with eigenvalues p and q: (√p + √q)² = p + q + 2√(pq).
        var product = a.mm(b);
        var traceOfRoot = Math.Sqrt(Trace(product) + 2 * Math.Sqrt(Determinant(product)));
        var means = (first.mean([0]) - second.mean([0])).pow(2).sum().item<double>();
        Assert.Equal(means + Trace(a) + Trace(b) - 2 * traceOfRoot, FrechetDistance.Between(first, second), 1e-10);
    }

    [Fact]
    public void It_is_symmetric_and_zero_between_equal_sets_also_where_there_are_fewer_examples_than_features()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var (first, second) = (randn([5, 12], float64), randn([7, 12], float64) * 2 + 1);

        Assert.Equal(0, FrechetDistance.Between(first, first.clone()), 1e-6);
        Assert.Equal(FrechetDistance.Between(first, second), FrechetDistance.Between(second, first), 1e-6);
        Assert.Equal(12 * 9, FrechetDistance.Between(first, first + 3), 1e-6);
    }

    /// <summary>By rounding the sum falls below 0 as often as above.</summary>
    [Fact]
    public void It_is_never_below_zero()
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        for (var trial = 0; trial < 20; trial++)
        {
            var features = randn([30, 6], float64) * 10;
            Assert.InRange(FrechetDistance.Between(features, features.clone()), 0, 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Statistics_of_parts_are_those_of_the_whole_far_from_zero(int part)
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var features = randn([50, 3], float64) + 1e6;
        using var inParts = new FeatureStatistics(3);
        foreach (var rows in features.split(part))
        {
            inParts.Add(rows);
        }

        Assert.Equal(50, inParts.Count);
        using var expected = Covariance(features - 1e6);
        using var found = inParts.Covariance();
        Assert.True(found.allclose(expected, rtol: 1e-9, atol: 1e-9));
        Assert.True((inParts.Mean() - 1e6).allclose((features - 1e6).mean([0]), rtol: 1e-6, atol: 1e-9));
    }

    [Fact]
    public void What_is_no_set_of_features_is_refused()
    {
        using var scope = NewDisposeScope();
        using var statistics = new FeatureStatistics(3);

        Refused(() => statistics.Add(zeros(3)), "Features are real numbers [N, d], but these are Float32 [3]; flatten");
        Refused(
            () => statistics.Add(zeros(0, 3)),
            "Needed are the features of at least 1 examples, but there are those of 0"
        );
        Refused(() => statistics.Add(zeros(2, 4)), "An example has 3 features here, but these have 4");
        Refused(() => statistics.Add(full([1, 3], float.NaN)), "not finite");
        Refused(() => statistics.Add(full([1, 3], float.NegativeInfinity)), "not finite");
        Refused(() => statistics.Add(full([1, 3], 1e21, float64)), "beyond 1e20");
        Refused(() => statistics.Add(full([1, 3], -1e21, float64)), "beyond 1e20");
        Refused(() => statistics.Add(zeros(1, 3, complex64)), "ComplexFloat32");
        Assert.Contains(
            "at least 2 examples, but there are 0",
            Assert.Throws<InvalidOperationException>(() => FrechetDistance.Between(statistics, statistics)).Message
        );
        statistics.Add(zeros(1, 3));
        Assert.Contains(
            "at least 2 examples, but there is 1",
            Assert.Throws<InvalidOperationException>(() => FrechetDistance.Between(statistics, statistics)).Message
        );
        statistics.Add(zeros(1, 3));
        using var others = FeatureStatistics.Of(zeros(2, 4));
        Refused(
            () => FrechetDistance.Between(statistics, others),
            "One set has 3 features of an example and the other 4"
        );
        Assert.Equal(2, statistics.Count);
    }

    [Fact]
    public void Published_statistics_can_be_compared_with()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var (real, fake) = (randn([40, 3], float64) + 2, randn([30, 3], float64));
        using var measured = FeatureStatistics.Of(real);
        using var published = FeatureStatistics.Of(measured.Mean(), measured.Covariance(), 40);
        using var others = FeatureStatistics.Of(fake);

        Assert.Equal(FrechetDistance.Between(real, fake), FrechetDistance.Between(published, others), 1e-12);
        published.Add(fake);
        measured.Add(fake);
        Assert.True(published.Covariance().allclose(measured.Covariance()));
        Refused(
            () => FeatureStatistics.Of(zeros(3), zeros(2, 3), 5),
            "The covariance of 3 features is [3, 3], but this one is [2, 3]"
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => FeatureStatistics.Of(zeros(3), zeros(3, 3), 1));
        measured.Dispose();
        Assert.Throws<ObjectDisposedException>(() => measured.Add(fake));
        Assert.Throws<ObjectDisposedException>(() => FrechetDistance.Between(measured, others));
    }

    private static void Refused(Action action, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message);

    /// <summary>The unbiased covariance, by its definition.</summary>
    private static Tensor Covariance(Tensor features)
    {
        var centered = features - features.mean([0]);
        return centered.t().mm(centered) / (features.shape[0] - 1);
    }

    private static double Trace(Tensor matrix) => matrix[0, 0].item<double>() + matrix[1, 1].item<double>();

    private static double Determinant(Tensor matrix) =>
        matrix[0, 0].item<double>() * matrix[1, 1].item<double>()
        - matrix[0, 1].item<double>() * matrix[1, 0].item<double>();
}
