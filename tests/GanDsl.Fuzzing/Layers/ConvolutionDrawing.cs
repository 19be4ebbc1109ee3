using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Draws the arguments of convolutions, close to their borders.</summary>
internal static class ConvolutionDrawing
{
    private const int Attempts = 30;

    /// <summary>A convolution along one dimension of a size.</summary>
    public static ConvolutionDimension Draw(FuzzRandom random, int size, int largestPadding, bool same)
    {
        var padding =
            random.IsWild() ? random.Pick(largestPadding, largestPadding + 1, -1, random.OddInteger())
            : same || random.Chance(0.4) ? 0
            : random.Int(0, Math.Min(largestPadding, 4));
        var dilation = random.Chance(0.7) ? 1 : random.IntArgument(1, 3);
        var largest = dilation < 1 ? 1 : (int)Math.Max(1, ((size + (2L * padding) - 1) / dilation) + 1);
        var kernel =
            random.IsWild() ? random.Pick(largest - 1, largest, largest + 1, random.OddInteger())
            : same ? random.Int(1, 5)
            : random.Chance(0.25) ? largest
            : random.Int(1, Math.Min(5, largest));
        var stride =
            random.IsWild() ? random.Pick(kernel - 1, kernel, kernel + 1, random.OddInteger())
            : same || random.Chance(0.5) ? 1
            : random.Pick(2, 3, Math.Max(1, kernel - 1), kernel, kernel + 1);
        return new(kernel, stride, padding, dilation);
    }

    /// <summary>A convolution along one dimension that gives a size; null where the draw found none.</summary>
    public static ConvolutionDimension? Towards(FuzzRandom random, int size, int target)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (stride, padding, dilation) = (random.Pick(1, 1, 2, 3), random.Int(0, 4), random.Pick(1, 1, 2));
            var span = size + (2 * padding) - 1 - ((target - 1) * stride) - random.Int(0, stride - 1);
            if (span >= 0 && span % dilation == 0)
            {
                return new((span / dilation) + 1, stride, padding, dilation);
            }
        }

        return null;
    }

    /// <summary>A transposed convolution along one dimension of a size.</summary>
    public static ConvolutionDimension DrawTransposed(FuzzRandom random, int size)
    {
        var stride = random.IntArgument(1, 3);
        var dilation = random.Chance(0.7) ? 1 : random.IntArgument(1, 3);
        var kernel = random.IntArgument(1, 5);
        var room = Math.Max(stride, dilation);
        var outputPadding =
            random.IsWild() ? random.Pick(room - 1, room, room + 1, -1)
            : random.Chance(0.6) ? 0
            : random.Int(0, room - 1);
        var largest = (((size - 1L) * stride) + ((long)dilation * (kernel - 1L)) + outputPadding) / 2;
        var padding =
            random.IsWild() ? (int)Math.Clamp(largest + random.Int(-1, 2), int.MinValue, int.MaxValue)
            : random.Chance(0.5) ? 0
            : random.Int(0, (int)Math.Clamp(largest, 0, 6));
        return new(kernel, stride, padding, dilation, outputPadding);
    }

    /// <summary>A transposed convolution along one dimension that gives a size; null where the draw found none.</summary>
    public static ConvolutionDimension? TowardsTransposed(FuzzRandom random, int size, int target)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (stride, padding, dilation) = (random.Pick(1, 2, 3), random.Int(0, 3), random.Pick(1, 1, 2));
            var outputPadding = random.Chance(0.6) ? 0 : random.Int(0, Math.Max(stride, dilation) - 1);
            var span = target - 1 - ((size - 1) * stride) + (2 * padding) - outputPadding;
            if (span >= 0 && span % dilation == 0)
            {
                return new((span / dilation) + 1, stride, padding, dilation, outputPadding);
            }
        }

        return null;
    }

    /// <summary>The ways to type an argument of all dimensions, with its default left out or not.</summary>
    public static Extent ToExtent(FuzzRandom random, IReadOnlyList<int> values, int otherwise)
    {
        var rank = values.Count;
        var isEach = values.All(value => value == values[0]);
        if (isEach && (rank == 1 || random.Chance(0.9)))
        {
            return values[0] == otherwise && random.Chance(0.9)
                ? Extent.None(rank)
                : Extent.None(rank) with
                {
                    All = values[0],
                };
        }

        // One for all that some of them override, or one that all of them override, or each by itself.
        var all = random.Pick<int?>(values[0], values[rank - 1], random.Int(0, 3), null);
        return new(all, [.. values.Select(value => value == (all ?? otherwise) ? null : (int?)value)]);
    }
}
