namespace GanDsl.Benchmarks.Gpu;

/// <summary>A way of doing a step.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Precision">What it computes with; says to which of PyTorch's graphs it is compared.</param>
/// <param name="Repeat">Does it so often.</param>
internal sealed record GpuWay(string Name, GanPrecision Precision, Func<int, StepTime> Repeat)
{
    /// <summary>How many steps are timed at once.</summary>
    public int Steps { get; set; } = 1;

    /// <summary>One for each round.</summary>
    public List<StepTime> Times { get; } = [];

    /// <summary>The median over the rounds.</summary>
    public StepTime Median =>
        new(MedianOf(Times.Select(time => time.Milliseconds)), MedianOf(Times.Select(time => time.HostMilliseconds)));

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
