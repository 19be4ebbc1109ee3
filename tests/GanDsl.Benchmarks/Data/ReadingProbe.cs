using System.Diagnostics;
using System.Globalization;
using GanDsl.Benchmarks.Memory;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Data;

/// <summary>A process of its own that reads a folder of pictures once and says how much memory that took.</summary>
internal static class ReadingProbe
{
    /// <summary>The first of the arguments that make the program a probe; the folder and the bytes to cache follow.</summary>
    public const string Argument = "reading-probe";

    /// <summary>Runs a probe.</summary>
    /// <returns>The pictures, the seconds until the folder is open, and the peak above that of the loaded libraries, in KiB.</returns>
    public static (int Pictures, double OpenSeconds, long Peak) Start(string folder, long cachedBytes)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(ReadingProbe).Assembly.Location,
                Argument,
                folder,
                cachedBytes.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (
            int.Parse(answer[0], CultureInfo.InvariantCulture),
            double.Parse(answer[1], CultureInfo.InvariantCulture),
            long.Parse(answer[2], CultureInfo.InvariantCulture)
        );
    }

    /// <summary>Is the probe.</summary>
    public static void Run(string folder, string cachedBytes)
    {
        (zeros(1) + 1).Dispose();
        ProcessMemory.ResetPeak();
        var baseline = ProcessMemory.Resident;
        var watch = Stopwatch.StartNew();
        using var data = new ImageFolder(
            folder,
            3,
            64,
            64,
            new() { CachedBytes = long.Parse(cachedBytes, CultureInfo.InvariantCulture) }
        );
        var open = watch.Elapsed.TotalSeconds;
        Reading.All(data);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{data.Count} {open:F3} {(ProcessMemory.IsKnown ? ProcessMemory.Peak - baseline : 0)}"
            )
        );
    }
}
