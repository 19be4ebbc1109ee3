namespace GanDsl.Generators.Tests.Inference;

/// <summary>What is stepped over is what no tap of any step reads, counted tap by tap.</summary>
public class SteppedOverTests
{
    private static readonly int[] Sizes = [9, 20, 28, 45];

    [Fact]
    public void By_convolutions_is_what_no_tap_reads()
    {
        var looked = 0;
        foreach (var (size, kernel, stride, padding, dilation) in Windows())
        {
            var axis = new ConvolutionAxis(size, kernel, stride, padding, dilation);

            // A kernel of 1 is meant to leave out what is between its steps.
            if (kernel > 1 && Unread(size, kernel, stride, padding, dilation, axis.OutputSize) is { } unread)
            {
                Assert.Equal(
                    (size, kernel, stride, padding, dilation, unread),
                    (size, kernel, stride, padding, dilation, axis.SteppedOver)
                );
                looked++;
            }
        }

        Assert.True(looked > 1_000);
    }

    [Fact]
    public void By_pools_is_what_no_window_reads()
    {
        var looked = 0;
        foreach (var (size, kernel, stride, padding, dilation) in Windows())
        {
            foreach (var isCeiled in new[] { false, true })
            {
                var axis = new PoolAxis(size, kernel, stride, padding, dilation, isCeiled);
                if (
                    padding <= kernel / 2
                    && Unread(size, kernel, stride, padding, dilation, axis.OutputSize) is { } unread
                )
                {
                    Assert.Equal(
                        (size, kernel, stride, padding, dilation, unread),
                        (size, kernel, stride, padding, dilation, axis.SteppedOver)
                    );
                    looked++;
                }
            }
        }

        Assert.True(looked > 1_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_shortcut_is_meant_to_leave_out_what_it_does(int dilation) =>
        Assert.Equal(0, new ConvolutionAxis(28, 1, 2, 0, dilation).SteppedOver);

    [Fact]
    public void One_step_steps_over_nothing() => Assert.Equal(0, new ConvolutionAxis(5, 3, 2, 0, 2).SteppedOver);

    private static IEnumerable<(int Size, int Kernel, int Stride, int Padding, int Dilation)> Windows() =>
        from size in Sizes
        from kernel in Enumerable.Range(1, 5)
        from stride in Enumerable.Range(1, 7)
        from padding in Enumerable.Range(0, 4)
        from dilation in Enumerable.Range(1, 6)
        select (size, kernel, stride, padding, dilation);

    /// <summary>
    /// Of one step's values that all steps that could read them do exist for, those that none reads; null where the input is too small to
    /// have that many.
    /// </summary>
    private static long? Unread(int size, int kernel, int stride, int padding, int dilation, long steps)
    {
        var first = Math.Max(0, (dilation * (kernel - 1)) - padding);
        var end = Math.Min(size, ((steps - 1) * stride) + 1 - padding);
        if (steps < 2 || end - first < stride)
        {
            return null;
        }

        var read = new HashSet<long>();
        for (var step = 0; step < steps; step++)
        {
            for (var tap = 0; tap < kernel; tap++)
            {
                read.Add((step * stride) + (tap * dilation) - padding);
            }
        }

        return Enumerable.Range(first, stride).Count(place => !read.Contains(place));
    }
}
