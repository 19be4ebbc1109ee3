namespace GanDsl;

/// <summary>The windows of a pooling over a signal, an image or a volume, as ONNX has to be told of them.</summary>
internal sealed class PoolWindows
{
    private readonly long[] sizes;
    private readonly int padding;

    /// <param name="example">The shape of an example, its channels first.</param>
    /// <param name="kernelSize">The values of a window in each dimension.</param>
    /// <param name="stride">The step from window to window.</param>
    /// <param name="padding">The border on every side.</param>
    /// <param name="dilation">The distance between the values of a window.</param>
    /// <param name="isCeiled">Whether a last window that reaches beyond the border counts, too.</param>
    public PoolWindows(
        IReadOnlyList<long> example,
        int kernelSize,
        int stride,
        int padding,
        int dilation,
        bool isCeiled
    )
    {
        (KernelSize, Stride, Dilation, this.padding) = (kernelSize, stride, dilation, padding);
        sizes = [.. example.Skip(1)];
        long CountOf(long size, bool ceiled) =>
            new PoolAxis(size, kernelSize, stride, padding, dilation, ceiled).OutputSize;

        var reach = ((long)dilation * (kernelSize - 1)) + 1;
        Counts = [.. sizes.Select(size => CountOf(size, isCeiled))];
        Ends =
        [
            .. sizes.Select(
                (size, axis) =>
                    Counts[axis] == CountOf(size, ceiled: false)
                        ? padding
                        : ((Counts[axis] - 1) * stride) + reach - size - padding
            ),
        ];
    }

    public int KernelSize { get; }

    public int Stride { get; }

    public int Dilation { get; }

    /// <summary>The number of windows in each dimension.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>The border at the end of each dimension: the padding, or what the last window reaches beyond the input.</summary>
    public IReadOnlyList<long> Ends { get; }

    /// <summary>The border before each dimension, then that after each.</summary>
    public IReadOnlyList<long> Pads => [.. Each(padding), .. Ends];

    /// <summary>The same number for each dimension.</summary>
    public IReadOnlyList<long> Each(long value) => [.. sizes.Select(_ => value)];

    /// <summary>What the mean over a whole window is multiplied by to be that of what PyTorch counts, window by window in C order.</summary>
    /// <param name="countsPadding">Whether the padding counts; what lies beyond it never does.</param>
    public float[] Corrections(bool countsPadding)
    {
        double[] factors = [1];
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            double[] ofAxis =
            [
                .. Enumerable
                    .Range(0, (int)Counts[axis])
                    .Select(window => KernelSize / CountedIn(window, axis, countsPadding)),
            ];
            factors = [.. factors.SelectMany(factor => ofAxis.Select(other => factor * other))];
        }

        return [.. factors.Select(factor => (float)factor)];
    }

    private double CountedIn(long window, int axis, bool countsPadding)
    {
        var start = (window * Stride) - padding;
        var end = Math.Min(start + KernelSize, sizes[axis] + padding);
        return countsPadding ? end - start : Math.Min(end, sizes[axis]) - Math.Max(start, 0);
    }
}
