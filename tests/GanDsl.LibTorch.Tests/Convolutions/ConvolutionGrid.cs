namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>
/// Seeded draws of convolutions in which every pair of channels occurs: both sides of 8, the most for which a scatter stays
/// with libtorch's loop, and of 16, oneDNN's block, also where 18 channels are two groups of 9.
/// </summary>
internal static class ConvolutionGrid
{
    private static readonly long[] Channels = [1, 3, 8, 9, 16, 17, 18];

    public static IEnumerable<ConvolutionCase> Draw(int dimensions, bool isTransposed)
    {
        var random = new Random(dimensions + (isTransposed ? 10 : 0));
        foreach (var input in Channels)
        {
            foreach (var output in Channels)
            {
                yield return Draw(random, dimensions, isTransposed, input, output);
            }
        }
    }

    private static ConvolutionCase Draw(Random random, int dimensions, bool isTransposed, long input, long output)
    {
        var kernel = Many(() => random.NextInt64(1, dimensions == 3 ? 4 : 6));
        var stride = Many(() => random.NextInt64(1, 4));
        var dilation = Many(() => random.NextInt64(1, 4));
        var padding = kernel.Select((size, i) => random.NextInt64(0, (dilation[i] * (size - 1)) + 1)).ToArray();

        // The kernel fits, transposed or not; how much of the border is left over is up to chance.
        var size = kernel
            .Select(
                (size, i) => Math.Max(1, (dilation[i] * (size - 1)) + 1 - (2 * padding[i])) + random.NextInt64(0, 5)
            )
            .ToArray();
        if (isTransposed)
        {
            size = [.. size.Select((_, i) => 1 + (2 * padding[i] / stride[i]) + random.NextInt64(0, 3))];
        }

        var groups = Enumerable.Range(1, 18).Where(one => input % one == 0 && output % one == 0).ToArray();
        return new()
        {
            IsTransposed = isTransposed,
            Batch = random.Next(2) == 0 ? 1 : 5,
            InputChannels = input,
            OutputChannels = output,
            Size = size,
            Kernel = kernel,
            Stride = stride,
            Padding = padding,
            Dilation = dilation,
            OutputPadding = stride.Select((size, i) => random.NextInt64(0, Math.Max(size, dilation[i]))).ToArray(),
            Groups = groups[random.Next(groups.Length)],
            HasBias = random.Next(3) != 0,
        };

        long[] Many(Func<long> draw) => [.. Enumerable.Range(0, dimensions).Select(_ => draw())];
    }
}
