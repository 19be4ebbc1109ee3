using GanDsl.Tests.Generated;

namespace GanDsl.Tests.Layers;

/// <summary>Convolutions of any number of dimensions, as sums over the taps of the kernel.</summary>
internal static class ConvolutionFormulas
{
    /// <summary>A convolution; <paramref name="before"/> and <paramref name="after"/> are the borders of each dimension.</summary>
    public static Block Convolve(
        Block x,
        Block weight,
        Block? bias,
        long[] stride,
        long[] before,
        long[] after,
        long[] dilation,
        long groups = 1,
        PaddingMode mode = PaddingMode.Zeros
    )
    {
        var rank = stride.Length;
        var (outputs, perGroup) = (weight.Shape[0], weight.Shape[1]);
        long[] shape =
        [
            x.Shape[0],
            outputs,
            .. Enumerable
                .Range(0, rank)
                .Select(a =>
                    (
                        (x.Shape[a + 2] + before[a] + after[a] - (dilation[a] * (weight.Shape[a + 2] - 1)) - 1)
                        / stride[a]
                    ) + 1
                ),
        ];
        return Block.Make(
            shape,
            at =>
            {
                var sum = bias?.Numbers[at[1]] ?? 0;
                var firstChannel = at[1] / (outputs / groups) * perGroup;
                foreach (var tap in Block.IndicesOf(weight.Shape[1..]))
                {
                    long?[] places =
                    [
                        .. Enumerable
                            .Range(0, rank)
                            .Select(a =>
                                Inside(
                                    (at[a + 2] * stride[a]) + (tap[a + 1] * dilation[a]) - before[a],
                                    x.Shape[a + 2],
                                    mode
                                )
                            ),
                    ];
                    if (!places.Contains(null))
                    {
                        long[] from = [at[0], firstChannel + tap[0], .. places.Select(place => place!.Value)];
                        sum += x[from] * weight[[at[1], .. tap]];
                    }
                }

                return sum;
            }
        );
    }

    /// <summary>A transposed convolution: every value of the input adds its multiple of the kernel to the output.</summary>
    public static Block Transpose(
        Block x,
        Block weight,
        Block? bias,
        long[] stride,
        long[] padding,
        long[] outputPadding,
        long[] dilation,
        long groups = 1
    )
    {
        var rank = stride.Length;
        var (inputs, perGroup) = (weight.Shape[0], weight.Shape[1]);
        long[] shape =
        [
            x.Shape[0],
            perGroup * groups,
            .. Enumerable
                .Range(0, rank)
                .Select(a =>
                    ((x.Shape[a + 2] - 1) * stride[a])
                    - (2 * padding[a])
                    + (dilation[a] * (weight.Shape[a + 2] - 1))
                    + outputPadding[a]
                    + 1
                ),
        ];
        var y = Block.Make(shape, at => bias?.Numbers[at[1]] ?? 0);
        foreach (var at in x.Indices)
        {
            foreach (var tap in Block.IndicesOf(weight.Shape[1..]))
            {
                long[] to =
                [
                    at[0],
                    (at[1] / (inputs / groups) * perGroup) + tap[0],
                    .. Enumerable
                        .Range(0, rank)
                        .Select(a => (at[a + 2] * stride[a]) + (tap[a + 1] * dilation[a]) - padding[a]),
                ];
                if (to.Zip(shape, (place, size) => place >= 0 && place < size).All(isInside => isInside))
                {
                    y[to] += x[at] * weight[[at[1], .. tap]];
                }
            }
        }

        return y;
    }

    /// <summary>Which value stands at an index that may be outside; null where zero does.</summary>
    private static long? Inside(long index, long size, PaddingMode mode) =>
        (index >= 0 && index < size, mode) switch
        {
            (true, _) => index,
            (_, PaddingMode.Reflect) => index < 0 ? -index : (2 * (size - 1)) - index,
            (_, PaddingMode.Replicate) => Math.Clamp(index, 0, size - 1),
            (_, PaddingMode.Circular) => (index + size) % size,
            _ => null,
        };
}
