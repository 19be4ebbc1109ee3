using System.Runtime.InteropServices;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>A test that builds or runs for Linux on x64, for which TorchSharp has the library that is mended.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    /// <summary>Whether this machine is one, with glibc: musl, and so Alpine, cannot load it.</summary>
    public static bool IsHere =>
        OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture == Architecture.X64
        && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
        && !RuntimeInformation.RuntimeIdentifier.Contains("alpine", StringComparison.Ordinal);

    public LinuxFactAttribute()
    {
        if (!IsHere)
        {
            Skip =
                $"The library that is mended is TorchSharp's for linux-x64; this machine is {RuntimeInformation.RuntimeIdentifier}.";
        }
    }
}
