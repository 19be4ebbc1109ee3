using System.Runtime.InteropServices;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>Says in one sentence why TorchSharp's native libraries do not load, where TorchSharp prints a page.</summary>
internal static class NativeLibraries
{
    private static readonly string[] Platforms = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    /// <summary>Loads the libraries, if they are not loaded yet.</summary>
    /// <exception cref="GanException">They do not load on this machine.</exception>
    public static void Require()
    {
        // As TorchSharp does: on Windows the second is found only once the first is there.
        var assembly = typeof(torch).Assembly;
        NativeLibrary.TryLoad("torch_cpu", assembly, null, out _);
        if (NativeLibrary.TryLoad("LibTorchSharp", assembly, null, out _))
        {
            return;
        }

        try
        {
            NativeLibrary.Load("LibTorchSharp", assembly, null);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            if (CertainReason(Platform(), exception.Message) is { } reason)
            {
                throw new GanException(reason, exception);
            }
        }

        LoadFromPackages(assembly.GetName().Version!);
    }

    /// <summary>Why the libraries cannot load, whatever else TorchSharp tries.</summary>
    /// <param name="platform">Such as <c>linux-x64</c>.</param>
    /// <param name="failure">What the loader of the operating system says.</param>
    /// <returns>One sentence; null where TorchSharp may still find them.</returns>
    internal static string? CertainReason(string platform, string failure)
    {
        if (!Platforms.Contains(platform))
        {
            return $"TorchSharp has no native libraries for {platform}; run on linux-x64 with glibc, win-x64, win-arm64 or osx-arm64.";
        }

        return failure.Contains("GLIBCXX_", StringComparison.Ordinal)
            ? "TorchSharp's native library asks for a newer libstdc++ than this machine has; build on this machine, or with "
                + "<AllowOldLibstdcxx>always</AllowOldLibstdcxx> in the project, or install the libstdc++ of GCC 13 or later."
            : null;
    }

    private static string Platform()
    {
        var system =
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : !OperatingSystem.IsLinux() ? RuntimeInformation.OSDescription
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>In scripts and notebooks TorchSharp gathers the libraries from NuGet's cache.</summary>
    private static void LoadFromPackages(Version version)
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
        }
        catch (Exception exception)
            when (exception is TypeInitializationException or NotSupportedException or DllNotFoundException)
        {
            throw new GanException(
                $"TorchSharp's native libraries are missing or incomplete; refer to TorchSharp-cpu {version.ToString(3)}, or to "
                    + "TorchSharp-cuda-linux or TorchSharp-cuda-windows of the same version, in the project of the program that runs.",
                exception
            );
        }
        finally
        {
            Console.SetOut(output);
        }
    }
}
