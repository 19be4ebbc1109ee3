using static TorchSharp.torch;

namespace GanDsl.Tests.Evaluation;

/// <summary>The kernel distance against its definition, summed pair by pair.</summary>
public sealed class KernelDistanceTests
{
    [Fact]
    public void Of_all_examples_it_is_the_unbiased_estimate()
    {
        double[][] real =
        [
            [1, 0, 2],
            [0.5, -1, 0],
            [2, 2, -2],
            [0, 0.25, 1],
        ];
        double[][] fake =
        [
            [0, 1, 1],
            [3, 0, -1],
            [-1, -0.5, 0.5],
        ];
        using var scope = NewDisposeScope();

        var found = KernelDistance.Between(Rows(real), Rows(fake), subsets: 3);

        var expected =
            MeanOfPairs(real, real, exceptSelf: true)
            + MeanOfPairs(fake, fake, exceptSelf: true)
            - 2 * MeanOfPairs(real, fake, exceptSelf: false);
        Assert.Equal(expected, found.Mean, 1e-12);
        // There is one way to take all of them.
        Assert.Equal(0, found.StandardDeviation);
        Assert.DoesNotContain("±", found.ToString());
        Assert.Equal("0.25 ± 0.5", new KernelDistance(0.25, 0.5).ToString());
    }

    [Fact]
    public void Between_equal_distributions_it_is_zero_on_average_and_else_above()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var (real, same, other) = (randn(2000, 8), randn(2000, 8), randn(2000, 8) + 0.5);

        var equal = KernelDistance.Between(real, same, subsets: 50, subsetSize: 100);
        var different = KernelDistance.Between(real, other, subsets: 50, subsetSize: 100);

        // The mean of 50 subsets of a twentieth is about as sure as one estimate of all examples.
        Assert.InRange(equal.Mean, -equal.StandardDeviation / 2, equal.StandardDeviation / 2);
        Assert.True(different.Mean > 5 * equal.StandardDeviation, $"{different} against {equal}");
        Assert.True(equal.StandardDeviation > 0);
    }

    [Fact]
    public void The_same_seed_takes_the_same_subsets()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var (real, fake) = (randn(60, 4), randn(50, 4));

        var first = KernelDistance.Between(real, fake, subsets: 5, subsetSize: 20, seed: 3);

        Assert.Equal(first, KernelDistance.Between(real, fake, subsets: 5, subsetSize: 20, seed: 3));
        Assert.NotEqual(first, KernelDistance.Between(real, fake, subsets: 5, subsetSize: 20, seed: 4));
    }

    [Theory]
    [InlineData(50, 10)]
    [InlineData(10, 50)]
    public void Where_one_set_alone_is_smaller_than_a_subset_there_are_several_subsets_of_the_other(
        int realCount,
        int fakeCount
    )
    {
        using var scope = NewDisposeScope();
        manual_seed(9);
        var (real, fake) = (randn(realCount, 4), randn(fakeCount, 4));

        var of3 = KernelDistance.Between(real, fake, subsets: 3, subsetSize: 20);
        var of30 = KernelDistance.Between(real, fake, subsets: 30, subsetSize: 20);

        Assert.True(of3.StandardDeviation > 0 && of30.StandardDeviation > 0);
        Assert.NotEqual(of3.Mean, of30.Mean);
    }

    /// <summary>Of the same rows in both, each would be compared with itself, and the estimates would lie below 0.</summary>
    [Fact]
    public void The_subsets_of_the_one_set_are_not_those_of_the_other()
    {
        using var scope = NewDisposeScope();
        manual_seed(10);
        var features = randn(1000, 8);

        var found = KernelDistance.Between(features, features.clone(), subsets: 50, subsetSize: 20);

        // Fifty subsets of a fiftieth hardly overlap, so their mean has a seventh of their deviation.
        Assert.InRange(found.Mean, -found.StandardDeviation / 2, found.StandardDeviation / 2);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        using var scope = NewDisposeScope();

        Assert.Contains(
            "Real examples have 3 features and generated ones 4",
            Assert.Throws<ArgumentException>(() => KernelDistance.Between(zeros(2, 3), zeros(2, 4))).Message
        );
        Assert.Throws<ArgumentException>(() => KernelDistance.Between(zeros(1, 3), zeros(2, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            KernelDistance.Between(zeros(2, 3), zeros(2, 3), subsetSize: 1)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelDistance.Between(zeros(2, 3), zeros(2, 3), subsets: 0));
    }

    private static Tensor Rows(double[][] rows) =>
        tensor(rows.SelectMany(row => row).ToArray()).reshape(rows.Length, rows[0].Length);

    private static double MeanOfPairs(double[][] first, double[][] second, bool exceptSelf)
    {
        var kernels = new List<double>();
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                if (!exceptSelf || i != j)
                {
                    var product = first[i].Zip(second[j], (x, y) => x * y).Sum();
                    kernels.Add(Math.Pow(product / first[i].Length + 1, 3));
                }
            }
        }

        return kernels.Average();
    }
}
