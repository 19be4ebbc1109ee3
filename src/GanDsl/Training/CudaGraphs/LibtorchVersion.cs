using System.Runtime.InteropServices;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>The version of the libtorch in this process, which need not be the one that TorchSharp was built with.</summary>
internal static class LibtorchVersion
{
    /// <summary>Those whose C++ functions are known to be as <see cref="CudaGraphFunctions"/> declares them.</summary>
    private static readonly Version[] Known = [new(2, 10), new(2, 11)];

    private delegate ulong ReadVersion();

    /// <summary>Major and minor; null where libtorch does not say, as before 2.9.</summary>
    public static Version? Current { get; } = Read();

    /// <summary>Why its CUDA graphs cannot be used, as a clause; null where they can.</summary>
    public static string? Obstacle =>
        Current is { } version && Known.Contains(version)
            ? null
            : $"libtorch is of version {Current?.ToString() ?? "2.8 or older"}, and those of {string.Join(" and ", Known.Select(known => known.ToString()))} are known";

    private static Version? Read()
    {
        var torchSharp = typeof(torch).Assembly;
        if (
            !NativeLibrary.TryLoad("torch_cpu", torchSharp, null, out var library)
            || !NativeLibrary.TryGetExport(library, "aoti_torch_abi_version", out var function)
        )
        {
            return null;
        }

        // One byte each from the highest: major, minor, patch.
        var version = Marshal.GetDelegateForFunctionPointer<ReadVersion>(function)();
        return new((int)(version >> 56), (int)(version >> 48) & 0xFF);
    }
}
