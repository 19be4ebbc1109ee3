using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>
/// The native library underneath TorchSharp. It is loaded here, before TorchSharp would do it by itself: where that fails, TorchSharp
/// copies whole packages into the output folder and prints a page.
/// </summary>
internal static class Libtorch
{
    private static readonly Lazy<string?> Failure = new(Load);

    /// <summary>To be called before the first use of torch that does not begin with a tensor of the caller's.</summary>
    /// <exception cref="GanException">The library cannot be loaded; the message says why, and what to do.</exception>
    public static void Require()
    {
        if (Failure.Value is { } failure)
        {
            throw new GanException(failure);
        }
    }

    /// <summary>What is wrong; null where nothing is.</summary>
    [UnconditionalSuppressMessage(
        "SingleFile",
        "IL3000",
        Justification = "An empty location, in a program of one file, is one that is not NuGet's."
    )]
    private static string? Load()
    {
        // The two names and their order are TorchSharp's. The first may be missing where a program has loaded libtorch from elsewhere.
        var torchSharp = typeof(torch).Assembly;
        _ = NativeLibrary.TryLoad("torch_cpu", torchSharp, null, out _);
        try
        {
            NativeLibrary.Load("LibTorchSharp", torchSharp, null);
            return null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            var found = IsBesideTheApplication();
            return !found && IsLoadedFromPackage(torchSharp.Location) && LoadsFromPackages()
                ? null
                : LoadFailure.Explain(Platform(), found, exception.Message);
        }
    }

    /// <summary>Whether TorchSharp's assembly is where NuGet keeps it, as in notebooks and scripts, which have no output folder.</summary>
    private static bool IsLoadedFromPackage(string assembly) =>
        assembly.Length > 0
        && Path.GetFullPath(Path.Combine(assembly, "..", "..", "..")) is var package
        && File.Exists(Path.Combine(package, ".nupkg.metadata"));

    /// <summary>Lets TorchSharp gather the libraries from NuGet's packages, without its page where it finds none.</summary>
    private static bool LoadsFromPackages()
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
            return true;
        }
        catch (Exception exception)
            when (exception is TypeInitializationException or NotSupportedException or DllNotFoundException)
        {
            return false;
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    /// <summary>Such as <c>linux-x64</c> or <c>linux-musl-arm64</c>.</summary>
    private static string Platform()
    {
        var identifier = RuntimeInformation.RuntimeIdentifier;
        var usesMusl = identifier.Contains("musl") || identifier.StartsWith("alpine", StringComparison.Ordinal);
        var system =
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : usesMusl ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>
    /// Whether TorchSharp's library is there and, on Windows, libtorch as well: its loader does not say which library is missing, and that of
    /// TorchSharp comes with TorchSharp itself.
    /// </summary>
    private static bool IsBesideTheApplication()
    {
        string[] names =
            OperatingSystem.IsWindows() ? ["LibTorchSharp.dll", "torch_cpu.dll"]
            : OperatingSystem.IsMacOS() ? ["libLibTorchSharp.dylib"]
            : ["libLibTorchSharp.so"];
        var searched = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        string[] folders =
        [
            .. searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            AppContext.BaseDirectory,
        ];
        return names.All(name => folders.Any(folder => File.Exists(Path.Combine(folder, name))));
    }
}
