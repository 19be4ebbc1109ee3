namespace GanDsl;

/// <summary>Where libtorch's interpolation takes its values from, along one dimension.</summary>
internal static class Interpolation
{
    /// <summary>The slope of cubic curves, as in PyTorch.</summary>
    private const double Cubic = -0.75;

    public static long Enlarged(long size, double scale) => (long)Math.Floor(size * scale);

    /// <summary>The index of the nearest value for each value of the output.</summary>
    public static long[] Nearest(long size, double scale)
    {
        // In float32, as libtorch computes it.
        var step = (float)(1 / scale);
        return
        [
            .. Enumerable
                .Range(0, (int)Enlarged(size, scale))
                .Select(index => Math.Min((long)MathF.Floor(index * step), size - 1)),
        ];
    }

    /// <summary>The share of each value of the input in each value of the output.</summary>
    public static float[][] Rows(long size, double scale, bool isCubic, bool alignsCorners)
    {
        var count = Enlarged(size, scale);
        return
        [
            .. Enumerable
                .Range(0, (int)count)
                .Select(index => Row(size, Position(index, size, count, scale, isCubic, alignsCorners), isCubic)),
        ];
    }

    private static double Position(long index, long size, long count, double scale, bool isCubic, bool alignsCorners)
    {
        if (alignsCorners)
        {
            return count > 1 ? index * (double)(size - 1) / (count - 1) : 0;
        }

        var position = ((index + 0.5) / scale) - 0.5;
        return isCubic ? position : Math.Max(0, position);
    }

    private static float[] Row(long size, double position, bool isCubic)
    {
        var first = (long)Math.Floor(position);
        var fraction = position - first;
        (long Offset, double Share)[] taps = isCubic
            ? [(-1, Far(fraction + 1)), (0, Near(fraction)), (1, Near(1 - fraction)), (2, Far(2 - fraction))]
            : [(0, 1 - fraction), (1, fraction)];
        var row = new float[size];
        foreach (var (offset, share) in taps)
        {
            row[Math.Clamp(first + offset, 0, size - 1)] += (float)share;
        }

        return row;
    }

    private static double Near(double x) => ((((Cubic + 2) * x) - (Cubic + 3)) * x * x) + 1;

    private static double Far(double x) => ((((Cubic * x) - (5 * Cubic)) * x) + (8 * Cubic)) * x - (4 * Cubic);
}
