using System.Runtime.InteropServices;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>A test that builds or runs for Linux on x64, for which TorchSharp has the library that is mended.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (RuntimeInformation.RuntimeIdentifier is not "linux-x64")
        {
            Skip =
                $"The library that is mended is TorchSharp's for linux-x64; this machine is {RuntimeInformation.RuntimeIdentifier}.";
        }
    }
}
