using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Memory;

/// <summary>A process of its own that trains in one way and says how much memory that took.</summary>
internal static class MemoryProbe
{
    /// <summary>The first of the arguments that make the program a probe; networks, way, update and steps follow.</summary>
    public const string Argument = "memory-probe";

    /// <summary>Runs a probe.</summary>
    /// <returns>The peak above that of the loaded libraries, in KiB.</returns>
    public static long Start(string networks, string way, GanUpdate update, int steps)
    {
        var program = typeof(MemoryProbe).Assembly.Location;
        var count = steps.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [program, Argument, networks, way, update.ToString(), count])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }

    /// <summary>Is the probe.</summary>
    public static void Run(string networks, string way, GanUpdate update, int steps)
    {
        set_num_threads(1);
        (zeros(1) + 1).Dispose();
        ProcessMemory.ResetPeak();
        var baseline = ProcessMemory.Resident;

        var contenders = Contenders.Of(networks);
        var step = way == Ways.Emitted ? contenders.Emitted(update, GanPrecision.Float32) : contenders.ByHand(update);
        for (var index = 0; index < steps; index++)
        {
            step();
        }

        Console.WriteLine((ProcessMemory.Peak - baseline).ToString(CultureInfo.InvariantCulture));
    }
}
