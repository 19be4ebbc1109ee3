using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class GaussianMixtureTests
{
    private const int Draws = 40_000;

    [Fact]
    public void A_ring_lies_on_its_circle()
    {
        var ring = GaussianMixture.Ring(4, 3);

        (double, double)[] expected = [(3, 0), (0, 3), (-3, 0), (0, -3)];
        Assert.Equal(4, ring.Modes.Count);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i].Item1, ring.Modes[i].X, 12);
            Assert.Equal(expected[i].Item2, ring.Modes[i].Y, 12);
        }
    }

    [Fact]
    public void A_grid_lies_around_the_origin()
    {
        var grid = GaussianMixture.Grid(3, 2);

        Assert.Equal([(-2, -2), (0, -2), (2, -2), (-2, 0), (0, 0), (2, 0), (-2, 2), (0, 2), (2, 2)], grid.Modes);
    }

    // With mode counts multinomial, chi-squared with 7 degrees of freedom is below 24.32 with probability 0.999.
    [Fact]
    public void Modes_are_equally_likely()
    {
        var points = Sample(GaussianMixture.Ring(), 1);
        var counts = new int[8];

        for (var i = 0; i < points.Length; i += 2)
        {
            counts[((int)Math.Round(Math.Atan2(points[i + 1], points[i]) / (Math.PI / 4)) + 8) % 8]++;
        }

        Assert.InRange(counts.Sum(count => Math.Pow(count - Draws / 8.0, 2) / (Draws / 8.0)), 0, 24.32);
    }

    // Mean and variance of a coordinate within four standard errors of 0 and r^2/2 + s^2: false alarm 6e-5 each. The fourth
    // moment of r cos(a) + s n over eight angles is 3r^4/8 + 3r^2 s^2 + 3s^4.
    [Fact]
    public void Coordinates_have_the_moments_of_the_ring()
    {
        const double radius = 2;
        const double deviation = 0.3;
        var points = Sample(GaussianMixture.Ring(8, radius, deviation), 2);

        var variance = radius * radius / 2 + deviation * deviation;
        var fourth = 3 * Math.Pow(radius, 4) / 8 + 3 * Math.Pow(radius * deviation, 2) + 3 * Math.Pow(deviation, 4);
        for (var coordinate = 0; coordinate < 2; coordinate++)
        {
            double[] values = [.. points.Where((_, i) => i % 2 == coordinate).Select(value => (double)value)];
            Assert.InRange(Math.Abs(values.Average()), 0, 4 * Math.Sqrt(variance / Draws));
            var error = Math.Sqrt((fourth - variance * variance) / Draws);
            Assert.InRange(values.Average(value => value * value), variance - 4 * error, variance + 4 * error);
        }
    }

    // The deviations from the one mode are standard normal and independent: mean, variance and product within four standard
    // errors, false alarm 6e-5 each.
    [Fact]
    public void Deviations_are_round_and_normal()
    {
        var points = Sample(GaussianMixture.Grid(1, 1, 0.05), 3);
        double[] x = [.. points.Where((_, i) => i % 2 == 0).Select(value => value / 0.05)];
        double[] y = [.. points.Where((_, i) => i % 2 == 1).Select(value => value / 0.05)];

        var limit = 4 / Math.Sqrt(Draws);
        Assert.InRange(x.Average(), -limit, limit);
        Assert.InRange(y.Average(), -limit, limit);
        Assert.InRange(x.Average(value => value * value), 1 - limit * Math.Sqrt(2), 1 + limit * Math.Sqrt(2));
        Assert.InRange(y.Average(value => value * value), 1 - limit * Math.Sqrt(2), 1 + limit * Math.Sqrt(2));
        Assert.InRange(x.Zip(y, (a, b) => a * b).Average(), -limit, limit);
    }

    // A point is within three standard deviations with probability 1 - exp(-9/2); four standard errors of the fraction.
    [Fact]
    public void Its_own_points_cover_it()
    {
        var grid = GaussianMixture.Grid();
        using var generator = new Generator(4, CPU);
        using var points = grid.Sample(Draws, generator);

        var coverage = grid.Evaluate(points);

        var expected = 1 - Math.Exp(-4.5);
        var error = 4 * Math.Sqrt(expected * (1 - expected) / Draws);
        Assert.Equal((25, 25), (coverage.ModesCovered, coverage.ModeCount));
        Assert.InRange(coverage.HighQuality, expected - error, expected + error);
    }

    [Fact]
    public void Counts_by_hand()
    {
        // Modes (-1, 0) and (1, 0) have s = 0.1 here, so 3s = 0.3.
        var pair = GaussianMixture.Ring(2, 1, 0.1);
        using var points = tensor(
            new float[]
            {
                1,
                0,
                1.2f,
                0.2f,
                1.25f,
                0.25f,
                0,
                0,
                -1,
                0.31f,
                float.NaN,
                0,
                1,
                float.PositiveInfinity,
                0.71f,
                0,
            },
            [8, 2]
        );

        var coverage = pair.Evaluate(points);

        // (1, 0), (1.2, 0.2) at 0.283 and (0.71, 0) at 0.29 are near; (1.25, 0.25) at 0.354 and the others are not.
        Assert.Equal(new MixtureCoverage(1, 2, 3 / 8.0), coverage);
    }

    [Fact]
    public void Overlapping_modes_are_told_apart_by_the_nearest()
    {
        var close = GaussianMixture.Grid(2, 1, 1);
        using var points = tensor(new float[] { -0.4f, -0.4f, 0.3f, 0.1f }, [2, 2]);

        Assert.Equal(new MixtureCoverage(2, 4, 1), close.Evaluate(points));
    }

    [Fact]
    public void Coverage_reads_as_a_sentence_in_every_culture()
    {
        var comma = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        System.Globalization.CultureInfo.CurrentCulture = comma;

        Assert.Equal("modes 7/8, high quality 93.1 %", new MixtureCoverage(7, 8, 0.9312).ToString());
    }

    [Fact]
    public void The_same_seed_gives_the_same_points()
    {
        var ring = GaussianMixture.Ring();

        Assert.Equal(Sample(ring, 5), Sample(ring, 5));
        Assert.NotEqual(Sample(ring, 5), Sample(ring, 6));
    }

    [Fact]
    public void A_dataset_holds_fixed_points()
    {
        var ring = GaussianMixture.Ring();
        using var data = ring.ToDataset(100, seed: 7);
        using var same = ring.ToDataset(100, seed: 7);
        using var points = data.Read([0, 99]);
        using var again = same.Read([0, 99]);

        Assert.Equal("100 points of a ring of 8 Gaussians", data.Description);
        Assert.Equal((100, 1), (data.Count, data.ExampleShape.Count));
        Assert.Equal(points.data<float>().ToArray(), again.data<float>().ToArray());
    }

    [Fact]
    public void Refuses_what_is_no_mixture_and_no_points()
    {
        using var wide = zeros(4, 3);
        using var none = zeros(0, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(8, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(8, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(8, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(8, 2, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Grid(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Grid(2, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring().Sample(0));
        Assert.Contains(
            "is [4, 3]",
            Assert.Throws<ArgumentException>(() => GaussianMixture.Ring().Evaluate(wide)).Message
        );
        Assert.Throws<ArgumentException>(() => GaussianMixture.Ring().Evaluate(none));
    }

    [Fact]
    public void Leaves_no_tensor_behind()
    {
        var ring = GaussianMixture.Ring();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 20; i++)
        {
            using var points = ring.Sample(16);
            ring.Evaluate(points);
            ring.ToDataset(4).Dispose();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static float[] Sample(GaussianMixture mixture, ulong seed)
    {
        using var generator = new Generator(seed, CPU);
        using var points = mixture.Sample(Draws, generator);
        Assert.Equal([(long)Draws, 2], points.shape);
        Assert.Equal(ScalarType.Float32, points.dtype);
        return points.reshape(-1).data<float>().ToArray();
    }
}
