namespace GanDsl.Generators.Tests.Inference;

/// <summary>A transposed convolution has gaps where an output between others has no contribution, counted contribution by contribution.</summary>
public class PaintedPlacesTests
{
    [Fact]
    public void Gaps_are_outputs_between_others_without_a_contribution()
    {
        var (with, without) = (0, 0);
        foreach (var (size, kernel, stride, dilation, padding, outputPadding) in Convolutions())
        {
            var axis = new TransposedAxis(size, kernel, stride, padding, outputPadding, dilation);
            if (axis.OutputSize < 1)
            {
                continue;
            }

            var hasGaps = HasGaps(Contributions(size, kernel, stride, dilation, padding, axis.OutputSize));
            Assert.Equal(
                (size, kernel, stride, dilation, padding, outputPadding, hasGaps),
                (size, kernel, stride, dilation, padding, outputPadding, axis.HasGaps)
            );
            (with, without) = hasGaps ? (with + 1, without) : (with, without + 1);
        }

        Assert.True(with > 1_000 && without > 1_000);
    }

    [Theory]
    [InlineData(1, 4, 1, 2, "1010101")]
    [InlineData(2, 4, 1, 3, "11011011011")]
    [InlineData(3, 4, 2, 1, "11222211")]
    public void Contributions_are_those_of_a_convolution_of_ones(
        int size,
        int kernel,
        int stride,
        int dilation,
        string expected
    )
    {
        var axis = new TransposedAxis(size, kernel, stride, 0, 0, dilation);
        var contributions = Contributions(size, kernel, stride, dilation, 0, axis.OutputSize);

        Assert.Equal(expected, string.Concat(contributions));
        Assert.Equal(expected.Contains('0'), axis.HasGaps);
    }

    /// <summary>No line is counted from one end to the other.</summary>
    [Theory]
    [InlineData(1, 2, 1, 1_000_000_000, true)]
    [InlineData(500_000_000, 4, 2, 3, true)]
    [InlineData(1_000_000_000, 4, 1, 3, false)]
    public void Of_long_lines_only_the_ends_are_looked_at(
        int size,
        int kernel,
        int stride,
        int dilation,
        bool hasGaps
    ) => Assert.Equal(hasGaps, new TransposedAxis(size, kernel, stride, 0, 0, dilation).HasGaps);

    private static IEnumerable<(
        int Size,
        int Kernel,
        int Stride,
        int Dilation,
        int Padding,
        int OutputPadding
    )> Convolutions() =>
        from size in Enumerable.Range(1, 7)
        from kernel in Enumerable.Range(1, 6)
        from stride in Enumerable.Range(1, 5)
        from dilation in Enumerable.Range(1, 6)
        from padding in Enumerable.Range(0, 8)
        from outputPadding in Enumerable.Range(0, Math.Max(stride, dilation))
        select (size, kernel, stride, dilation, padding, outputPadding);

    private static int[] Contributions(int size, int kernel, int stride, int dilation, int padding, long outputSize)
    {
        var contributions = new int[outputSize];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < kernel; k++)
            {
                var place = (i * stride) + (k * dilation) - padding;
                if (place >= 0 && place < outputSize)
                {
                    contributions[place]++;
                }
            }
        }

        return contributions;
    }

    private static bool HasGaps(int[] contributions)
    {
        var first = Array.FindIndex(contributions, count => count > 0);
        var last = Array.FindLastIndex(contributions, count => count > 0);
        return first >= 0 && contributions[first..last].Contains(0);
    }
}
