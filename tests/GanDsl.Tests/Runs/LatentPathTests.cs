using GanDsl.Tests.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Runs;

public class LatentPathTests
{
    [Fact]
    public void A_quarter_of_a_circle_is_divided_evenly()
    {
        var values = Spherical([2, 0, 0, 2], 2, between: 2);

        // 30 and 60 degrees on a circle of radius 2.
        var half = Math.Sqrt(3);
        Close([2, 0, half, 1, 1, half, 0, 2], values);
    }

    [Fact]
    public void Between_latents_of_the_formula_of_Shoemake()
    {
        double[] from = [0.6, 0, 0.8];
        double[] to = [0, 0.8, 0.6];
        var angle = Math.Acos(0.48);

        var values = Spherical([.. from, .. to], 3, between: 3);

        for (var frame = 1; frame <= 3; frame++)
        {
            var part = frame / 4.0;
            var expected = from.Zip(
                to,
                (a, b) => (Math.Sin((1 - part) * angle) * a + Math.Sin(part * angle) * b) / Math.Sin(angle)
            );
            Close([.. expected], values[(3 * frame)..(3 * frame + 3)]);
        }
    }

    [Fact]
    public void Norms_change_evenly_and_angles_too()
    {
        using var latents = randn([5, 64], float64);
        using var path = LatentPath.Spherical(latents, between: 7);

        var rows = Rows(path);
        Assert.Equal(5 + 4 * 7, rows.Length);
        for (var start = 0; start + 8 < rows.Length; start += 8)
        {
            for (var frame = 1; frame < 8; frame++)
            {
                var part = frame / 8.0;
                Assert.Equal(
                    (1 - part) * Norm(rows[start]) + part * Norm(rows[start + 8]),
                    Norm(rows[start + frame]),
                    1e-9
                );
                Assert.Equal(Angle(rows[start], rows[start + 8]) * part, Angle(rows[start], rows[start + frame]), 1e-7);
            }
        }
    }

    [Fact]
    public void Latents_of_one_norm_stay_on_their_sphere()
    {
        using var latents = randn([4, 32], float64);
        using var sphere = latents / latents.norm(1, keepdim: true);
        using var path = LatentPath.Spherical(sphere, between: 9, closed: true);

        Assert.All(Rows(path), row => Assert.Equal(1, Norm(row), 1e-12));
    }

    [Theory]
    [InlineData(LatentDistribution.Normal, false, 3 + 2 * 4)]
    [InlineData(LatentDistribution.Normal, true, 3 * 5)]
    [InlineData(LatentDistribution.Uniform, false, 3 + 2 * 4)]
    [InlineData(LatentDistribution.Uniform, true, 3 * 5)]
    public void The_latents_stand_in_it_bit_by_bit(LatentDistribution distribution, bool closed, int count)
    {
        using var latents = randn(3, 64);
        using var path = LatentPath.Of(latents, distribution, between: 4, closed);

        Assert.Equal([count, 64], path.shape);
        Assert.Equal(float32, path.dtype);
        using var visited = path[TensorIndex.Slice(0, 15, 5)];
        Assert.Equal(latents.data<float>().ToArray(), visited.data<float>().ToArray());
    }

    [Fact]
    public void A_closed_way_comes_back()
    {
        Close([1, 0, 0, 1, -1, 0, 0, 1], Spherical([1, 0, -1, 0], 2, between: 1, closed: true));
        Close([0, 2, 4, 2], Straight([0, 4], 1, between: 1, closed: true));
    }

    [Fact]
    public void Opposite_latents_are_joined_along_the_sphere()
    {
        double[][] rows = [.. Spherical([3, 4, 0, -3, -4, 0], 3, between: 3).Chunk(3)];

        Assert.All(rows, row => Assert.Equal(5, Norm(row), 1e-12));
        for (var frame = 0; frame < 5; frame++)
        {
            Assert.Equal(Math.PI * frame / 4, Angle(rows[0], rows[frame]), 1e-7);
        }
    }

    [Fact]
    public void Almost_opposite_latents_are_joined_along_the_sphere()
    {
        double[][] rows = [.. Spherical([1, 0, 0, -1, 1e-9, 0], 3, between: 1).Chunk(3)];

        Close([0, 1, 0], rows[1]);
    }

    [Fact]
    public void Equal_latents_stand_still_and_parallel_ones_go_straight()
    {
        double[] one = [0.1, -0.7, 2.3];
        Assert.All(Spherical([.. one, .. one], 3, between: 4).Chunk(3), row => Close(one, row));
        Close([1, 2, 2, 4, 3, 6], Spherical([1, 2, 3, 6], 2, between: 1));
    }

    [Fact]
    public void Nearly_equal_latents_give_no_noise()
    {
        var values = Spherical([1, 0, 1, 1e-9], 2, between: 1);

        Assert.Equal(5e-10, values[3], 1e-15);
    }

    [Fact]
    public void From_zero_to_zero_and_along_a_line_the_way_is_straight()
    {
        Close([0, 0, 1, 2, 2, 4], Spherical([0, 0, 2, 4], 2, between: 1));
        Close([2, 4, 1, 2, 0, 0], Spherical([2, 4, 0, 0], 2, between: 1));
        Close([0, 0, 0, 0, 0, 0], Spherical([0, 0, 0, 0], 2, between: 1));
        Close([2, 0.5, -1], Spherical([2, -1], 1, between: 1));
    }

    [Fact]
    public void Uniform_latents_stay_within_their_cube()
    {
        using var latents = rand([6, 16], float64) * 2 - 1;
        using var path = LatentPath.Of(latents, LatentDistribution.Uniform, between: 5, closed: true);

        Assert.All(Rows(path).SelectMany(row => row), value => Assert.InRange(value, -1, 1));
        Close([0, 0, 0.25, 0.5, 0.5, 1, 0.75, 1.5, 1, 2], Straight([0, 0, 1, 2], 2, between: 3));
    }

    [Fact]
    public void Without_frames_between_the_latents_are_left()
    {
        using var latents = randn(3, 4);
        using var path = LatentPath.Spherical(latents, between: 0, closed: true);

        Assert.Equal(latents.data<float>().ToArray(), path.data<float>().ToArray());
    }

    [Fact]
    public void It_makes_a_batch_and_leaves_no_tensor_behind()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (var latents = randn([2, 64], requires_grad: true))
        using (var batch = new DigitGan.Latents(LatentPath.Spherical(latents, between: 6)))
        {
            Assert.Equal(8, batch.Count);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Refuses_what_is_no_way()
    {
        using var one = randn(1, 4);
        using var flat = randn(4);
        using var integers = ones([2, 4], int64);
        using var two = randn(2, 4);

        Assert.Contains("at least two", Assert.Throws<ArgumentException>(() => LatentPath.Spherical(one, 1)).Message);
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => LatentPath.Straight(flat, 1)).Message);
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => LatentPath.Straight(integers, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => LatentPath.Straight(two, -1));
    }

    private static double[] Spherical(double[] values, int width, int between, bool closed = false)
    {
        using var latents = tensor(values, [values.Length / width, width]);
        using var path = LatentPath.Spherical(latents, between, closed);
        return [.. Rows(path).SelectMany(row => row)];
    }

    private static double[] Straight(double[] values, int width, int between, bool closed = false)
    {
        using var latents = tensor(values, [values.Length / width, width]);
        using var path = LatentPath.Straight(latents, between, closed);
        return [.. Rows(path).SelectMany(row => row)];
    }

    private static void Close(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    private static double[][] Rows(Tensor path) => [.. path.data<double>().ToArray().Chunk((int)path.shape[1])];

    private static double Norm(double[] row) => Math.Sqrt(row.Sum(value => value * value));

    private static double Angle(double[] a, double[] b) =>
        Math.Acos(Math.Clamp(a.Zip(b, (x, y) => x * y).Sum() / Norm(a) / Norm(b), -1, 1));
}
