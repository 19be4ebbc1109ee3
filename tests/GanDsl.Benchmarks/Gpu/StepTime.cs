namespace GanDsl.Benchmarks.Gpu;

/// <summary>What a step took.</summary>
/// <param name="Milliseconds">Until the device had done it, as the mean of a block of steps.</param>
/// <param name="HostMilliseconds">For how long the host was busy with it before it could wait for the device.</param>
internal readonly record struct StepTime(double Milliseconds, double HostMilliseconds);
