using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Layers;

/// <summary>AvgPool and MaxPool.</summary>
internal abstract record FuzzedPool(int KernelSize, int? Stride, int? Padding, bool? CeilMode) : FuzzedLayer
{
    protected bool IsCeiled => CeilMode ?? false;

    /// <summary>The distance between the taps of a window.</summary>
    protected virtual int Taps => 1;

    public override long[]? Expect(long[] input)
    {
        if (input.Length is < 2 or > 4 || KernelSize < 1 || Stride < 1 || Padding < 0 || Taps < 1)
        {
            return null;
        }

        long[] sizes = [.. input[1..].Select(Windows)];
        return sizes.Any(size => size < 1) ? null : [input[0], .. sizes];
    }

    /// <summary>Windows are as wide as the wildest kernel, but only what they cover is computed.</summary>
    public override double Operations(long[] input) =>
        Expect(input) is { } output
            ? Sizes.Product(output)
                * input[1..].Aggregate(1.0, (taps, size) => taps * Math.Min(KernelSize, size + (Padding ?? 0)))
            : 0;

    protected override AttributeText Arguments(AttributeText text) =>
        text.Add(KernelSize).Set("Stride", Stride).Set("Padding", Padding).Set("CeilMode", CeilMode);

    /// <summary>The same number for each dimension after the channels.</summary>
    protected static long[] Each(long number, long dimensions) => [.. Enumerable.Repeat(number, (int)dimensions - 2)];

    /// <summary>Kernel, stride, padding and whether sizes are rounded up.</summary>
    protected static (int Kernel, int? Stride, int? Padding, bool? Ceil) DrawWindows(FuzzRandom random, long[] input)
    {
        var smallest = (int)input[1..].DefaultIfEmpty(4).Min();
        var kernel = random.IsWild()
            ? random.Pick(smallest, smallest + 1, random.OddInteger())
            : random.Int(1, Math.Min(4, smallest));
        var padding = random.IsWild() ? random.Pick(kernel / 2, (kernel / 2) + 1, -1) : random.Int(0, kernel / 2);
        return (
            kernel,
            random.Optional(0.4, () => random.IntArgument(1, 4)),
            random.Chance(0.6) ? null : padding,
            random.Optional(0.3, () => random.Chance(0.6))
        );
    }

    /// <summary>More windows than these are not worth counting: the case is too costly to run.</summary>
    private const int MostWindows = 4096;

    /// <summary>The number of windows, counted one by one; of too many, the size, which is as costly.</summary>
    private long Windows(long size)
    {
        var (stride, padding) = (Stride ?? KernelSize, Padding ?? 0);
        var (last, reach) = (size + padding, ((KernelSize - 1L) * Taps) + 1);
        var windows = 0L;
        for (var start = -(long)padding; windows < MostWindows; start += stride)
        {
            var fits = start + reach <= last;
            var isLast = start + reach < last + stride && start < last && IsCeiled && start + reach > last;
            if (!fits && !(isLast && start < size))
            {
                break;
            }

            windows++;
        }

        return windows == MostWindows ? size : windows;
    }
}
