namespace GanDsl.Tests.Generated;

/// <summary>The layers as loops over their definitions, with PyTorch's formulas for the sizes.</summary>
internal static class ByHand
{
    /// <summary>y = x·Aᵀ + b over the last dimension.</summary>
    public static Block Linear(Block x, Block weight, Block? bias)
    {
        var (outputs, inputs) = (weight.Shape[0], weight.Shape[1]);
        var rows = x.Reshape(x.Numbers.Length / inputs, inputs);
        var y = Block.Zeros(rows.Shape[0], outputs);
        for (var row = 0; row < rows.Shape[0]; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var sum = bias?.Numbers[output] ?? 0;
                for (var input = 0; input < inputs; input++)
                {
                    sum += rows[row, input] * weight[output, input];
                }

                y[row, output] = sum;
            }
        }

        return y.Reshape([.. x.Shape[..^1], outputs]);
    }

    /// <summary>Unit u is the largest of the linear functions u·pieces to (u + 1)·pieces - 1.</summary>
    public static Block Maxout(Block x, Block weight, Block? bias, int pieces)
    {
        var functions = Linear(x, weight, bias);
        return new(
            [.. functions.Numbers.Chunk(pieces).Select(piece => piece.Max())],
            [.. x.Shape[..^1], weight.Shape[0] / pieces]
        );
    }

    /// <summary>A convolution of borders (above, below, left, right).</summary>
    public static Block Conv2d(
        Block x,
        Block weight,
        Block? bias,
        (long H, long W) stride,
        (long Above, long Below, long Left, long Right) padding,
        (long H, long W) dilation,
        long groups,
        PaddingMode mode
    )
    {
        var (outputs, channels, kernelHeight, kernelWidth) = (
            weight.Shape[0],
            weight.Shape[1],
            weight.Shape[2],
            weight.Shape[3]
        );
        var (height, width) = (x.Shape[2], x.Shape[3]);
        var y = Block.Zeros(
            x.Shape[0],
            outputs,
            ((height + padding.Above + padding.Below - (dilation.H * (kernelHeight - 1)) - 1) / stride.H) + 1,
            ((width + padding.Left + padding.Right - (dilation.W * (kernelWidth - 1)) - 1) / stride.W) + 1
        );
        foreach (var (n, output, row, column) in Places(y))
        {
            var sum = bias?.Numbers[output] ?? 0;
            var first = output / (outputs / groups) * channels;
            foreach (var (_, channel, i, j) in Places(1, channels, kernelHeight, kernelWidth))
            {
                var from = Inside((row * stride.H) + (i * dilation.H) - padding.Above, height, mode);
                var at = Inside((column * stride.W) + (j * dilation.W) - padding.Left, width, mode);
                if (from is { } h && at is { } w)
                {
                    sum += x[n, first + channel, h, w] * weight[output, channel, i, j];
                }
            }

            y[n, output, row, column] = sum;
        }

        return y;
    }

    /// <summary>Every pixel of the input adds its multiple of the kernel to the output.</summary>
    public static Block ConvTranspose2d(
        Block x,
        Block weight,
        Block? bias,
        (long H, long W) stride,
        (long H, long W) padding,
        (long H, long W) outputPadding,
        (long H, long W) dilation,
        long groups
    )
    {
        var (inputs, perGroup, kernelHeight, kernelWidth) = (
            weight.Shape[0],
            weight.Shape[1],
            weight.Shape[2],
            weight.Shape[3]
        );
        var y = Block.Zeros(
            x.Shape[0],
            perGroup * groups,
            ((x.Shape[2] - 1) * stride.H) - (2 * padding.H) + (dilation.H * (kernelHeight - 1)) + outputPadding.H + 1,
            ((x.Shape[3] - 1) * stride.W) - (2 * padding.W) + (dilation.W * (kernelWidth - 1)) + outputPadding.W + 1
        );
        foreach (var (n, output, row, column) in Places(y))
        {
            y[n, output, row, column] = bias?.Numbers[output] ?? 0;
        }

        foreach (var (n, input, row, column) in Places(x))
        {
            foreach (var (_, output, i, j) in Places(1, perGroup, kernelHeight, kernelWidth))
            {
                var h = (row * stride.H) + (i * dilation.H) - padding.H;
                var w = (column * stride.W) + (j * dilation.W) - padding.W;
                if (h >= 0 && h < y.Shape[2] && w >= 0 && w < y.Shape[3])
                {
                    var channel = (input / (inputs / groups) * perGroup) + output;
                    y[n, channel, h, w] += x[n, input, row, column] * weight[input, output, i, j];
                }
            }
        }

        return y;
    }

    /// <summary>Each channel less a mean, over the root of a variance, then scaled and shifted.</summary>
    public static Block BatchNorm(Block x, double[] mean, double[] variance, Block? weight, Block? bias, double eps)
    {
        var result = Block.Zeros(x.Shape);
        for (var i = 0; i < x.Numbers.Length; i++)
        {
            var c = ChannelOf(x, i);
            var normal = (x.Numbers[i] - mean[c]) / Math.Sqrt(variance[c] + eps);
            result.Numbers[i] = (normal * (weight?.Numbers[c] ?? 1)) + (bias?.Numbers[c] ?? 0);
        }

        return result;
    }

    /// <summary>The mean, the variance and the number of values of each channel.</summary>
    public static (double[] Mean, double[] Variance, int Count) Moments(Block x)
    {
        var channels = x
            .Numbers.Select((value, index) => (value, Channel: ChannelOf(x, index)))
            .GroupBy(pair => pair.Channel, pair => pair.value)
            .OrderBy(channel => channel.Key)
            .Select(channel => channel.ToArray())
            .ToList();
        double[] mean = [.. channels.Select(channel => channel.Average())];
        double[] variance =
        [
            .. channels.Select((channel, c) => channel.Average(value => (value - mean[c]) * (value - mean[c]))),
        ];
        return (mean, variance, channels[0].Length);
    }

    public static double LeakyReLU(double x, double slope) => x >= 0 ? x : slope * x;

    private static long ChannelOf(Block x, long index) =>
        index / x.Shape[2..].Aggregate(1L, (a, b) => a * b) % x.Shape[1];

    /// <summary>Which pixel stands at an index that may be outside; null where zero does.</summary>
    private static long? Inside(long index, long size, PaddingMode mode) =>
        (index >= 0 && index < size, mode) switch
        {
            (true, _) => index,
            (_, PaddingMode.Reflect) => index < 0 ? -index : (2 * (size - 1)) - index,
            (_, PaddingMode.Replicate) => Math.Clamp(index, 0, size - 1),
            (_, PaddingMode.Circular) => (index + size) % size,
            _ => null,
        };

    private static IEnumerable<(long, long, long, long)> Places(Block block) =>
        Places(block.Shape[0], block.Shape[1], block.Shape[2], block.Shape[3]);

    private static IEnumerable<(long, long, long, long)> Places(long a, long b, long c, long d)
    {
        for (var i = 0L; i < a * b * c * d; i++)
        {
            yield return (i / (b * c * d), i / (c * d) % b, i / d % c, i % d);
        }
    }
}
