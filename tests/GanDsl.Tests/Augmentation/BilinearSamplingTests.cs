using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>Affine maps against a loop over pixels, libtorch's own, and what is known of them.</summary>
public sealed class BilinearSamplingTests : IDisposable
{
    private static readonly double[] Affine = [0.8, -0.3, 1.3, 0.4, 1.1, -0.7, -1.9, 0.2, 20.4, 0.1, 0.9, -31.2];

    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(6, 5)]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    public void Agrees_with_a_loop_over_pixels(int height, int width)
    {
        var images = TestImages.Random(2, 3, height, width);
        var before = new TestImages(images);

        var after = BilinearSampling.At(images, tensor(Affine).reshape(2, 2, 3));

        var expected = TestImages.Of(
            images.shape,
            (n, c, row, column) =>
            {
                var (x, y) = (column - ((width - 1) / 2.0), row - ((height - 1) / 2.0));
                var m = Affine.AsSpan((int)n * 6, 6);
                var fromX = Reflected((m[0] * x) + (m[1] * y) + m[2] + ((width - 1) / 2.0), width - 1);
                var fromY = Reflected((m[3] * x) + (m[4] * y) + m[5] + ((height - 1) / 2.0), height - 1);
                var sum = 0.0;
                for (var i = 0; i < height; i++)
                {
                    for (var j = 0; j < width; j++)
                    {
                        // The tent functions of linear interpolation.
                        var weight = Math.Max(0, 1 - Math.Abs(fromX - j)) * Math.Max(0, 1 - Math.Abs(fromY - i));
                        sum += weight * before[n, c, i, j];
                    }
                }

                return sum;
            }
        );
        Values.AssertRelative(expected, Values.Of(after), 1e-13);

        static double Reflected(double place, int last)
        {
            while (last > 0 && (place < 0 || place > last))
            {
                place = place < 0 ? -place : (2 * last) - place;
            }

            return last == 0 ? 0 : place;
        }
    }

    [Fact]
    public void Agrees_with_the_grid_of_libtorch()
    {
        var images = TestImages.Random(2, 3, 6, 5);

        // Places from -1 to 1 between the centres of the outermost pixels: pixels from the centre, divided by half of their distance.
        var (halfWidth, halfHeight) = (2.0, 2.5);
        var relative = Affine.ToArray();
        for (var n = 0; n < 12; n += 6)
        {
            relative[n + 1] *= halfHeight / halfWidth;
            relative[n + 2] /= halfWidth;
            relative[n + 3] *= halfWidth / halfHeight;
            relative[n + 5] /= halfHeight;
        }

        var grid = nn.functional.affine_grid(tensor(relative).reshape(2, 2, 3), [2, 3, 6, 5], align_corners: true);
        var expected = nn.functional.grid_sample(
            images,
            grid,
            mode: GridSampleMode.Bilinear,
            padding_mode: GridSamplePaddingMode.Reflection,
            align_corners: true
        );

        var actual = BilinearSampling.At(images, tensor(Affine).reshape(2, 2, 3));

        Values.AssertRelative(Values.Of(expected), Values.Of(actual), 1e-13);
    }

    [Fact]
    public void Maps_of_whole_pixels_are_exact()
    {
        var images = TestImages.Random(2, 1, 4, 4).to(ScalarType.Float32);
        var before = new TestImages(images);

        // To the left and up by one; a quarter turn.
        var after = BilinearSampling.At(
            images,
            tensor(new float[] { 1, 0, 1, 0, 1, 1, 0, -1, 0, 1, 0, 0 }).reshape(2, 2, 3)
        );

        var expected = TestImages.Of(
            images.shape,
            (n, c, y, x) => n == 0 ? before[n, c, y == 3 ? 2 : y + 1, x == 3 ? 2 : x + 1] : before[n, c, x, 3 - y]
        );
        Assert.Equal(expected, Values.Of(after));
    }

    [Fact]
    public void The_gradient_is_that_of_finite_differences() =>
        FiniteDifferences.AssertGradient(Judged, TestImages.Random(2, 2, 4, 3));

    [Fact]
    public void The_gradient_of_a_gradient_is_that_of_finite_differences() =>
        FiniteDifferences.AssertSecondDerivative(Judged, TestImages.Random(2, 2, 4, 3));

    public void Dispose() => scope.Dispose();

    private static Tensor Judged(Tensor x)
    {
        var sampled = BilinearSampling.At(x, tensor(Affine).reshape(2, 2, 3));
        return (sampled.sin() * sampled.exp()).sum();
    }
}
