using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>The initialisations that stand in for TorchSharp's draw what their formulas say.</summary>
public sealed class InitializerTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public InitializerTests() => manual_seed(3);

    [Theory]
    [InlineData(0, 1, -2, 2)]
    [InlineData(3, 0.5, 3.25, 9)]
    [InlineData(-1, 2, -9, -1)]
    public void A_truncated_normal_distribution_has_its_distribution_function(
        double mean,
        double std,
        double a,
        double b
    )
    {
        const int count = 40_000;
        var weight = empty(200, 200, ScalarType.Float64);

        Initializers.TruncatedNormal(weight, mean, std, a, b);

        var values = Values.Of(weight).Order().ToArray();
        Assert.InRange(values[0], a, b);
        Assert.InRange(values[^1], a, b);
        var (least, greatest) = (Normal((a - mean) / std), Normal((b - mean) / std));
        var farthest = values
            .Select(
                (value, rank) => (Normal((value - mean) / std) - least) / (greatest - least) - ((rank + 0.5) / count)
            )
            .Max(Math.Abs);

        // Kolmogorov and Smirnov: the distance of the two functions is larger than this once in a million times.
        Assert.InRange(farthest, 0, 2.7 / Math.Sqrt(count));
    }

    [Fact]
    public void Xavier_counts_the_taps_of_a_kernel_in_both_fans()
    {
        var weight = empty(60, 40, 5, 4);

        Initializers.XavierNormal(weight, gain: 2);

        var deviation = 2 * Math.Sqrt(2.0 / ((60 + 40) * 20));
        var values = Values.Of(weight);
        Assert.Equal(deviation, Math.Sqrt(values.Average(value => value * value)), 0.02 * deviation);
        Assert.Equal(0.6826894921, values.Average(value => Math.Abs(value) <= deviation ? 1.0 : 0), 0.011);
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(8, 3)]
    [InlineData(4, 4)]
    public void Rows_or_columns_are_orthonormal_to_the_last_digits(long rows, long columns)
    {
        var weight = empty(rows, columns, ScalarType.Float64);

        Initializers.Orthogonal(weight, gain: 2);

        var numbers = Block.Of(weight);
        var fewer = Math.Min(rows, columns);
        for (var i = 0L; i < fewer; i++)
        {
            for (var j = 0L; j < fewer; j++)
            {
                var product = 0.0;
                for (var k = 0L; k < Math.Max(rows, columns); k++)
                {
                    product += rows <= columns ? numbers[i, k] * numbers[j, k] : numbers[k, i] * numbers[k, j];
                }

                Assert.Equal(i == j ? 4 : 0, product, 1e-14);
            }
        }
    }

    [Fact]
    public void A_kernel_is_a_matrix_with_a_row_for_each_output()
    {
        var weight = empty(2, 3, 2, 2);

        Initializers.Orthogonal(weight);

        var rows = Values.Of(weight).Chunk(12).ToArray();
        Assert.Equal(1, rows[0].Sum(value => value * value), 1e-6);
        Assert.Equal(1, rows[1].Sum(value => value * value), 1e-6);
        Assert.Equal(0, rows[0].Zip(rows[1], (a, b) => a * b).Sum(), 1e-6);
    }

    /// <summary>Evenly distributed over the rotations and reflections: without the signs of R, a first value would never be positive.</summary>
    [Fact]
    public void No_direction_is_preferred()
    {
        const int count = 2_000;
        var sum = new double[4];
        for (var draw = 0; draw < count; draw++)
        {
            var weight = empty(2, 2, ScalarType.Float64);
            Initializers.Orthogonal(weight);
            var values = Values.Of(weight);
            for (var place = 0; place < 4; place++)
            {
                sum[place] += values[place];
            }

            weight.Dispose();
        }

        // A value has the variance 1/2; five deviations of the mean.
        Assert.All(sum, each => Assert.Equal(0, each / count, 5 * Math.Sqrt(0.5 / count)));
    }

    public void Dispose() => scope.Dispose();

    /// <summary>The distribution function of the normal distribution, by the series of Marsaglia 2004.</summary>
    private static double Normal(double x)
    {
        if (Math.Abs(x) > 8)
        {
            return x > 0 ? 1 : 0;
        }

        var (sum, term) = (x, x);
        for (var i = 3; Math.Abs(term) > 1e-17; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
