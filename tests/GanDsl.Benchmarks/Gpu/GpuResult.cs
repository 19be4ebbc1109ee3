namespace GanDsl.Benchmarks.Gpu;

/// <summary>One row of the results.</summary>
/// <param name="Networks">The networks.</param>
/// <param name="Way">The way.</param>
/// <param name="Milliseconds">Of a step, the median.</param>
/// <param name="HostMilliseconds">For how long the host is busy with a step, the median.</param>
/// <param name="SpeedAgainstTutorial">How often it goes into the step of PyTorch's tutorial; null where there is none.</param>
/// <param name="SpeedAgainstGraph">How often it goes into PyTorch's graph of a whole step of its precision; null where there is none.</param>
/// <param name="MillisecondsAtRate">What its multiply-adds take at the rate of a large matrix product; null where they were not counted.</param>
internal sealed record GpuResult(
    string Networks,
    string Way,
    double Milliseconds,
    double HostMilliseconds,
    double? SpeedAgainstTutorial,
    double? SpeedAgainstGraph,
    double? MillisecondsAtRate
);
