using System.Reflection;
using System.Text.RegularExpressions;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>Why the native library cannot be loaded, as a sentence that says what to do.</summary>
internal static partial class LoadFailure
{
    private static readonly IReadOnlyList<string> Platforms = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    /// <param name="platform">Such as <c>linux-x64</c>.</param>
    /// <param name="found">Whether the library, and on Windows libtorch, is where the runtime looks for it.</param>
    /// <param name="message">The runtime's own message: a line for each file that it tried.</param>
    public static string Explain(string platform, bool found, string message)
    {
        if (!Platforms.Contains(platform))
        {
            return $"TorchSharp, which GanDsl computes with, has no native library for {platform}; run the program on Linux x64 with glibc "
                + "(not Alpine), Windows x64 or arm64, or macOS arm64.";
        }

        var reason = Reason(message);
        if (!found || MissingLibtorch().IsMatch(reason))
        {
            return $"TorchSharp's native library is not beside the program; add the package TorchSharp-cpu {Version} to the project that "
                + "is run, or TorchSharp-cuda-linux or TorchSharp-cuda-windows of that version for a GPU.";
        }

        if (MissingVersion().Match(reason) is { Success: true } missing)
        {
            return missing.Value.StartsWith("GLIBC_", StringComparison.Ordinal)
                ? $"TorchSharp's native library asks for a newer glibc than this machine has ({missing.Value}); run the program on a newer Linux."
                : $"TorchSharp's native library asks for a newer libstdc++ than this machine has ({missing.Value}); build the program with "
                    + "the property AllowOldLibstdcxx set to always, or install the libstdc++ of GCC 13.";
        }

        return platform.StartsWith("win", StringComparison.Ordinal)
            ? "TorchSharp's native library is there, but Windows cannot load it; install the newest Visual C++ redistributable, or restore the "
                + $"package again ({reason})."
            : $"TorchSharp's native library is there, but cannot be loaded; restore the package again, or install what it asks for ({reason}).";
    }

    private static string Version =>
        typeof(torch)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>What the system's loader says of the file itself, not of the other names that the runtime tries.</summary>
    private static string Reason(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (lines.Skip(1).FirstOrDefault(line => !NameTried().IsMatch(line)) ?? lines[0]).TrimEnd('.');
    }

    [GeneratedRegex(
        @"LibTorchSharp(\.so|\.dylib)?: cannot open shared object file|tried: '[^']*LibTorchSharp[^']*' \(no such file\)$"
    )]
    private static partial Regex NameTried();

    [GeneratedRegex(@"^(\S*/)?lib(torch|c10)\S*: cannot open|Library not loaded: \S*lib(torch|c10)")]
    private static partial Regex MissingLibtorch();

    [GeneratedRegex(@"GLIBCXX_[\d.]+\d|CXXABI_[\d.]+\d|GLIBC_[\d.]+\d")]
    private static partial Regex MissingVersion();
}
