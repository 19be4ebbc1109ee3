using System.Diagnostics;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>Times what a device does while the host has long gone on.</summary>
internal static class GpuClock
{
    /// <summary>Does it so often, and waits for the device.</summary>
    public static StepTime Time(Action step, int steps, Action synchronize)
    {
        synchronize();
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < steps; index++)
        {
            step();
        }

        var issued = watch.Elapsed.TotalMilliseconds;
        synchronize();
        return new(watch.Elapsed.TotalMilliseconds / steps, issued / steps);
    }
}
