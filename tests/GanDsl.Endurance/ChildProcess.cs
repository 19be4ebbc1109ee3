using System.Diagnostics;

namespace GanDsl.Endurance;

/// <summary>Starts this program once more, as the process that may be ended.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                [typeof(ChildProcess).Assembly.Location, .. arguments]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // An abort would write a dump of the whole process.
                Environment = { ["DOTNET_DbgEnableMiniDump"] = "0", ["DOTNET_TieredPGO"] = "0" },
            }
        )!;
}
