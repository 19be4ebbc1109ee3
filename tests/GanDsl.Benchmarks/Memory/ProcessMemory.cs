using System.Globalization;

namespace GanDsl.Benchmarks.Memory;

/// <summary>What the kernel says of this process's memory.</summary>
internal static class ProcessMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>Whether this platform has /proc.</summary>
    public static bool IsKnown => File.Exists(Status);

    /// <summary>Resident now, in KiB.</summary>
    public static long Resident => Read("VmRSS:");

    /// <summary>The most that was resident since the last reset, in KiB.</summary>
    public static long Peak => Read("VmHWM:");

    /// <summary>Lets the peak begin again with what is resident now, where the kernel permits.</summary>
    public static void ResetPeak()
    {
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Then the peak is the process's, which what loads the libraries has not exceeded by much.
        }
    }

    private static long Read(string name)
    {
        var line = File.ReadLines(Status).First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(
            line[name.Length..].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
    }
}
