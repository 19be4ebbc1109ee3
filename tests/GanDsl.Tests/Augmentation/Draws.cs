using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>What random numbers have to be, each within five standard errors.</summary>
internal static class Draws
{
    /// <summary>Asserts that a value other than the neutral one comes with a probability.</summary>
    public static void AssertShare(double share, IReadOnlyCollection<double> draws, double neutral) =>
        Assert.Equal(
            share,
            draws.Count(draw => draw != neutral) / (double)draws.Count,
            5 * Math.Sqrt(share * (1 - share) / draws.Count)
        );

    /// <summary>1 where a value is another than the neutral one, and 0 elsewhere.</summary>
    public static double[] Happens(Tensor draws, double neutral) => Values.Of(draws.ne(neutral));

    /// <summary>Asserts that no two of several draws go together: the correlation of independent ones is 0 with the standard error 1 / √n.</summary>
    public static void AssertIndependent(params (string Name, double[] Draws)[] fields)
    {
        var standardized = fields.Select(field => Standardized(field.Draws)).ToArray();
        for (var i = 0; i < fields.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var correlation = standardized[i].Zip(standardized[j], (a, b) => a * b).Average();
                Assert.True(
                    Math.Abs(correlation) < 5 / Math.Sqrt(standardized[i].Length),
                    $"{fields[j].Name} and {fields[i].Name} are correlated: {correlation:F3}."
                );
            }
        }
    }

    /// <summary>Asserts mean and variance of a normal distribution around 0; the variance of a squared one is 2σ⁴.</summary>
    public static void AssertNormal(double deviation, IReadOnlyCollection<double> draws)
    {
        Assert.Equal(0, draws.Average(), 5 * deviation / Math.Sqrt(draws.Count));
        var variance = deviation * deviation;
        Assert.Equal(variance, draws.Average(draw => draw * draw), 5 * variance * Math.Sqrt(2.0 / draws.Count));
    }

    /// <summary>Asserts bounds, mean and variance of an even distribution in [-b, b]: b²/3, and that of a square is 4b⁴/45.</summary>
    public static void AssertEven(double bound, IReadOnlyCollection<double> draws)
    {
        Assert.All(draws, draw => Assert.InRange(draw, -bound - 1e-6, bound + 1e-6));
        Assert.Equal(0, draws.Average(), 5 * bound / Math.Sqrt(3.0 * draws.Count));
        var square = bound * bound;
        Assert.Equal(square / 3, draws.Average(draw => draw * draw), 5 * square * Math.Sqrt(4 / (45.0 * draws.Count)));
    }

    private static double[] Standardized(double[] draws)
    {
        var mean = draws.Average();
        var deviation = Math.Sqrt(draws.Average(draw => (draw - mean) * (draw - mean)));
        return [.. draws.Select(draw => (draw - mean) / deviation)];
    }
}
