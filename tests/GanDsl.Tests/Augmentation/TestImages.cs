using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>Images, and access to their pixels from loops written by hand.</summary>
internal sealed class TestImages
{
    private readonly double[] values;
    private readonly long[] shape;

    public TestImages(Tensor images)
    {
        values = Values.Of(images);
        shape = images.shape;
    }

    public double this[long n, long channel, long row, long column] =>
        values[(((((n * shape[1]) + channel) * shape[2]) + row) * shape[3]) + column];

    /// <summary>The same pixel, or 0 outside of the image.</summary>
    public double OrZero(long n, long channel, long row, long column) =>
        row >= 0 && row < shape[2] && column >= 0 && column < shape[3] ? this[n, channel, row, column] : 0;

    /// <summary>Images of normally distributed values in float64.</summary>
    public static Tensor Random(params long[] shape)
    {
        using var random = new Generator(5, CPU);
        return randn(shape, ScalarType.Float64, generator: random);
    }

    /// <summary>All values in C order, where a function answers each.</summary>
    public static double[] Of(long[] shape, Func<long, long, long, long, double> pixel) =>
        [
            .. from n in Count(shape[0])
            from channel in Count(shape[1])
            from row in Count(shape[2])
            from column in Count(shape[3])
            select pixel(n, channel, row, column),
        ];

    private static IEnumerable<long> Count(long end) => Enumerable.Range(0, (int)end).Select(i => (long)i);
}
