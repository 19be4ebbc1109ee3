using GanDsl.Tests.Generated;

namespace GanDsl.Tests.Layers;

/// <summary>Pooling as loops over windows.</summary>
internal static class PoolFormulas
{
    /// <summary>The mean of each window, over what it covers of the input or of the padded input.</summary>
    public static Block Average(Block x, long kernel, long stride, long padding, bool ceil, bool countsPadding) =>
        Windows(
            x,
            stride,
            sizes: x.Shape[2..].Select(size => CountOf(size, kernel, stride, padding, 1, ceil)),
            (start, size) =>
            {
                var (from, to) = (start - padding, Math.Min(start - padding + kernel, size + padding));
                long[] inside = [.. Span(from, to).Where(place => place >= 0 && place < size)];
                return (inside, countsPadding ? to - from : inside.Length);
            },
            (values, count) => values.Sum() / count
        );

    /// <summary>The greatest value of each window.</summary>
    public static Block Maximum(Block x, long kernel, long stride, long padding, long dilation, bool ceil) =>
        Windows(
            x,
            stride,
            sizes: x.Shape[2..].Select(size => CountOf(size, kernel, stride, padding, dilation, ceil)),
            (start, size) =>
                (
                    [
                        .. Span(0, kernel)
                            .Select(tap => start - padding + (tap * dilation))
                            .Where(place => place >= 0 && place < size),
                    ],
                    1
                ),
            (values, _) => values.Max()
        );

    /// <summary>The mean of as many windows as asked for.</summary>
    public static Block Adaptive(Block x, params long[] sizes) =>
        Block.Make(
            [x.Shape[0], x.Shape[1], .. sizes],
            at =>
            {
                var spans = sizes
                    .Select(
                        (count, a) =>
                        {
                            var size = x.Shape[a + 2];
                            var end = ((at[a + 2] + 1) * size) + count - 1;
                            return Span(at[a + 2] * size / count, end / count).ToArray();
                        }
                    )
                    .ToArray();
                return Values(x, at, spans).Average();
            }
        );

    /// <summary>Each channel, reduced.</summary>
    public static Block Global(Block x, Func<IEnumerable<double>, double> reduce) =>
        Block.Make(
            x.Shape[..2],
            at => reduce(Values(x, [.. at, .. x.Shape[2..]], [.. x.Shape[2..].Select(size => Span(0, size).ToArray())]))
        );

    /// <summary>An image of more pixels from channels.</summary>
    public static Block Shuffle(Block x, long r) =>
        Block.Make(
            [x.Shape[0], x.Shape[1] / r / r, x.Shape[2] * r, x.Shape[3] * r],
            at => x[[at[0], (((at[1] * r) + (at[2] % r)) * r) + (at[3] % r), at[2] / r, at[3] / r]]
        );

    private static Block Windows(
        Block x,
        long stride,
        IEnumerable<long> sizes,
        Func<long, long, (long[] Inside, long Count)> window,
        Func<IEnumerable<double>, long, double> reduce
    ) =>
        Block.Make(
            [x.Shape[0], x.Shape[1], .. sizes],
            at =>
            {
                var windows = at[2..].Select((place, a) => window(place * stride, x.Shape[a + 2])).ToList();
                return reduce(
                    Values(x, at, [.. windows.Select(each => each.Inside)]),
                    windows.Aggregate(1L, (count, each) => count * each.Count)
                );
            }
        );

    /// <summary>Windows are counted one by one; the last one may stick out, but starts in the input or before it.</summary>
    private static long CountOf(long size, long kernel, long stride, long padding, long dilation, bool ceil)
    {
        var reach = (dilation * (kernel - 1)) + 1;
        var count = 0L;
        var start = -padding;
        for (; start + reach <= size + padding; start += stride)
        {
            count++;
        }

        var isCovered = start - stride + reach == size + padding;
        return ceil && !isCovered && start < size ? count + 1 : count;
    }

    private static IEnumerable<double> Values(Block x, long[] at, long[][] places) =>
        Block
            .IndicesOf([.. places.Select(each => (long)each.Length)])
            .Select(index => x[[at[0], at[1], .. index.Select((number, a) => places[a][number])]]);

    private static IEnumerable<long> Span(long from, long to)
    {
        for (var place = from; place < to; place++)
        {
            yield return place;
        }
    }
}
