using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace GanDsl.LibTorch.Tests.Tensors;

/// <summary>The numbers are PyTorch 1.13's for the same input.</summary>
public class ResamplingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _small = arange(4, float64).view(1, 1, 2, 2);
    private readonly Tensor _image = arange(16, float64).view(1, 1, 4, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Interpolation_is_pytorchs()
    {
        double[] factors = [1.5, 2];

        Equal([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3], F.interpolate(_small, null, factors));
        Equal(
            [0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3],
            F.interpolate(_small, null, factors, InterpolationMode.NearestExact)
        );
        Equal(
            [0, 0.25, 0.75, 1, 1, 1.25, 1.75, 2, 2, 2.25, 2.75, 3],
            F.interpolate(_small, null, factors, InterpolationMode.Bilinear, false)
        );
        Equal(
            [-0.279079861111, 0.052951388889, 0.599826388889, 0.931857638889],
            F.interpolate(_small, null, factors, InterpolationMode.Bicubic, false)[0, 0, 0]
        );
        Equal([2.5, 4.5, 10.5, 12.5], F.interpolate(_image, [2, 2], null, InterpolationMode.Area));
        Equal([2.5, 4.5, 10.5, 12.5], F.interpolate(_image, null, [0.5, 0.5], InterpolationMode.Area));
        Equal(
            [3.571428571429, 5.142857142857, 9.857142857143, 11.428571428571],
            F.interpolate(_image, [2, 2], null, InterpolationMode.Bilinear, antialias: true)
        );
        Equal(
            [0, 0.5, 1, 1.5, 2],
            F.interpolate(arange(3, float64).view(1, 1, 3), [5], null, InterpolationMode.Linear, true)
        );
    }

    [Fact]
    public void Every_mode_gives_the_size_asked_for_in_its_dimensions()
    {
        Assert.Equal([1L, 2, 7], F.interpolate(ones(1, 2, 3), [7]).shape);
        Assert.Equal([1L, 2, 6, 8], F.interpolate(ones(1, 2, 3, 4), null, [2, 2]).shape);
        Assert.Equal([1L, 2, 2, 2, 6], F.interpolate(ones([1, 2, 1, 2, 3]), null, [2, 1, 2]).shape);
        Assert.Equal(
            [1L, 2, 2, 2, 6],
            F.interpolate(ones([1, 2, 1, 2, 3]), [2, 2, 6], null, InterpolationMode.Trilinear).shape
        );
    }

    [Fact]
    public void Arguments_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => F.interpolate(_small));
        Assert.Throws<ArgumentException>(() => F.interpolate(_small, [2, 2], [1, 1]));
        Assert.Throws<ArgumentException>(() => F.interpolate(_small, [2]));
        Assert.Throws<ArgumentException>(() => F.interpolate(_small, [2, 2], null, InterpolationMode.Linear));
        Assert.Throws<ArgumentException>(() => F.interpolate(_small, [2, 2], align_corners: true));
        Assert.Throws<ArgumentException>(() => F.interpolate(_small, [2, 2], antialias: true));
    }

    [Fact]
    public void Pooling_is_pytorchs()
    {
        Equal([10 / 9.0, 8 / 3.0, 17 / 3.0, 10], F.avg_pool2d(_image, 3, 2, 1));
        Equal([2.5, 4, 8.5, 10], F.avg_pool2d(_image, [3, 3], [2, 2], [1, 1], count_include_pad: false));
        Equal([5, 7, 13, 15], F.max_pool2d(_image, 3, 2, 1));
        Equal([5, 7, 13, 15], F.max_pool2d(_image, [2, 2]));
        Equal([2.5, 3.5, 4.5, 6.5, 7.5, 8.5, 10.5, 11.5, 12.5], F.adaptive_avg_pool2d(_image, 3));
        Equal([1, 2], F.max_pool1d(arange(3, float64).view(1, 1, 3), 2, 1));
        Equal([0.5, 2.5], F.avg_pool1d(arange(4, float64).view(1, 1, 4), 2));
        Equal([7.5], F.adaptive_avg_pool1d(_image.view(1, 1, 16), 1));
        Equal([7.5], F.avg_pool3d(_image.view(1, 1, 1, 4, 4), [1, 4, 4]));
        Equal([15], F.max_pool3d(_image.view(1, 1, 1, 4, 4), [1, 4, 4]));
        Equal([7.5], F.adaptive_avg_pool3d(_image.view(1, 1, 1, 4, 4), 1));
    }

    private static void Equal(double[] expected, Tensor actual) =>
        Assert.Equal(
            expected,
            actual.data<double>().ToArray(),
            (one, other) => Math.Abs(one - other) <= 1e-11 * (1 + Math.Abs(one))
        );
}
