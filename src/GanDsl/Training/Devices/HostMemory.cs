using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>How the C library of the process treats memory that libtorch frees.</summary>
public static class HostMemory
{
    // Of glibc's malloc.h.
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;

    private const int Kept = 1 << 30;

    private static readonly string[] Settings = ["MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "GLIBC_TUNABLES"];

    /// <summary>
    /// Lets freed memory stay with the process, up to 1 GiB. By itself glibc gives large blocks back to the system, which clears every page of
    /// the next ones: up to a seventh of a training step on a processor.
    /// </summary>
    /// <remarks>
    /// A setting of the whole process, so it is for the program to choose; the generated command line does. It does nothing where glibc is not
    /// the C library, or where the environment already says what glibc shall do (<c>MALLOC_…</c>, <c>GLIBC_TUNABLES</c>).
    /// </remarks>
    /// <returns>Whether the setting was taken.</returns>
    public static bool KeepFreed()
    {
        if (!OperatingSystem.IsLinux() || Settings.Any(name => Environment.GetEnvironmentVariable(name) is not null))
        {
            return false;
        }

        try
        {
            return SetOption(TrimThreshold, Kept) == 1 & SetOption(MmapThreshold, Kept) == 1;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    private static extern int SetOption(int option, int value);
}
