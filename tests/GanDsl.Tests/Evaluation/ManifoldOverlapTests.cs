using static TorchSharp.torch;

namespace GanDsl.Tests.Evaluation;

/// <summary>Precision, recall, density and coverage of sets that can be counted by hand, and of larger ones pair by pair.</summary>
public sealed class ManifoldOverlapTests
{
    [Fact]
    public void Of_points_on_a_line_they_can_be_counted()
    {
        using var scope = NewDisposeScope();
        var real = tensor(new double[] { 0, 1, 2, 3 }).reshape(4, 1);
        var fake = tensor(new[] { 0.5, 10 }).reshape(2, 1);

        // Each real ball has the radius 1, each generated one 9.5. 0.5 lies in the balls of 0 and 1, 10 in none; all real ones lie in that of 0.5.
        Assert.Equal(
            new ManifoldOverlap(Precision: 0.5, Recall: 1, Density: 1, Coverage: 0.5),
            ManifoldOverlap.Between(real, fake, neighbors: 1)
        );
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(100, 5)]
    public void Of_many_they_are_what_a_loop_over_all_pairs_counts(int features, int neighbors)
    {
        using var scope = NewDisposeScope();
        manual_seed(9);
        var (real, fake) = (randn([1100, features], float64), randn([1030, features], float64) * 0.9 + 0.1);

        var found = ManifoldOverlap.Between(real, fake, neighbors);

        var expected = Counted(RowsOf(real), RowsOf(fake), neighbors);
        Assert.Equal(expected.Precision, found.Precision, 1e-12);
        Assert.Equal(expected.Recall, found.Recall, 1e-12);
        Assert.Equal(expected.Density, found.Density, 1e-12);
        Assert.Equal(expected.Coverage, found.Coverage, 1e-12);
    }

    [Fact]
    public void A_generator_that_repeats_one_example_is_precise_and_recalls_nothing()
    {
        using var scope = NewDisposeScope();
        manual_seed(10);
        var real = randn(200, 2);
        var fake = zeros(200, 2);

        var found = ManifoldOverlap.Between(real, fake);

        Assert.Equal(1, found.Precision);
        Assert.Equal(0, found.Recall);
        Assert.InRange(found.Coverage, 0.001, 0.1);
    }

    [Fact]
    public void Equal_sets_overlap_wholly_also_where_examples_are_equal()
    {
        using var scope = NewDisposeScope();
        var repeated = tensor(new double[] { 1, 1, 1, 1, 2, 2, 2, 2 }).reshape(8, 1);

        var found = ManifoldOverlap.Between(repeated, repeated.clone(), neighbors: 2);

        Assert.Equal((1, 1, 1), (found.Precision, found.Recall, found.Coverage));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(100)]
    public void Where_the_features_lie_makes_no_difference(int features)
    {
        using var scope = NewDisposeScope();
        manual_seed(12);
        var (real, fake) = (randn([150, features], float64), randn([140, features], float64));

        Assert.Equal(ManifoldOverlap.Between(real, fake), ManifoldOverlap.Between(real + 1e7, fake + 1e7));
    }

    [Fact]
    public void More_examples_than_neighbours_are_needed()
    {
        using var scope = NewDisposeScope();

        Assert.Contains(
            "at least 6 examples, but there are those of 5",
            Assert.Throws<ArgumentException>(() => ManifoldOverlap.Between(zeros(6, 2), zeros(5, 2))).Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => ManifoldOverlap.Between(zeros(6, 2), zeros(6, 2), 0));
        Assert.Throws<ArgumentException>(() => ManifoldOverlap.Between(zeros(6, 2), zeros(6, 2), int.MaxValue));
    }

    private static ManifoldOverlap Counted(double[][] real, double[][] fake, int neighbors)
    {
        var (ofReal, ofFake) = (Radii(real, neighbors), Radii(fake, neighbors));
        var inBalls = fake.Select(each => real.Where((center, i) => Distance(center, each) <= ofReal[i]).Count())
            .ToArray();
        return new(
            inBalls.Count(balls => balls > 0) / (double)fake.Length,
            real.Count(each => fake.Where((center, i) => Distance(center, each) <= ofFake[i]).Any())
                / (double)real.Length,
            inBalls.Sum() / (double)(neighbors * fake.Length),
            real.Where((center, i) => fake.Any(each => Distance(center, each) <= ofReal[i])).Count()
                / (double)real.Length
        );
    }

    private static double[] Radii(double[][] examples, int neighbors) =>
        [
            .. examples.Select(
                (each, i) =>
                    examples
                        .Where((_, j) => j != i)
                        .Select(other => Distance(each, other))
                        .Order()
                        .ElementAt(neighbors - 1)
            ),
        ];

    private static double Distance(double[] first, double[] second) =>
        Math.Sqrt(first.Zip(second, (x, y) => (x - y) * (x - y)).Sum());

    private static double[][] RowsOf(Tensor tensor) => [.. tensor.data<double>().ToArray().Chunk((int)tensor.shape[1])];
}
