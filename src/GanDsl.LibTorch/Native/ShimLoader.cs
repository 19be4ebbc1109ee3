using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Native;

/// <summary>Finds, loads and checks libgandsl_torch.so at the first call into it.</summary>
internal static unsafe class ShimLoader
{
    private const string FileName = "libgandsl_torch.so";

    private static readonly Lock Gate = new();
    private static nint _library;

    [SuppressMessage("Usage", "CA2255", Justification = "The resolver must be there before the first native call.")]
    [ModuleInitializer]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(
            typeof(ShimLoader).Assembly,
            (name, assembly, _) => name == NativeMethods.Library ? Load(Candidates(assembly)) : 0
        );

    /// <summary>The first of <paramref name="paths"/> that can be loaded and was made for the libtorch it finds.</summary>
    /// <exception cref="NotSupportedException">None can; the message lists each path and why it failed.</exception>
    internal static nint Load(IReadOnlyList<string> paths)
    {
        lock (Gate)
        {
            return _library != 0 ? _library : _library = LoadFirst(paths);
        }
    }

    internal static nint LoadFirst(IReadOnlyList<string> paths)
    {
        var tried = new StringBuilder();
        foreach (var path in paths)
        {
            string reason;
            if (!File.Exists(path))
            {
                reason = "no such file";
            }
            else if (TryOpen(path, out var library, out reason))
            {
                return library;
            }

            tried.Append("\n  ").Append(path).Append(": ").Append(reason);
        }

        throw new NotSupportedException(
            $"GanDsl.LibTorch could not load its shim {FileName}. Rebuild the project on this machine so that the shim"
                + " is compiled against the libtorch that is here; or set LIBTORCH to a libtorch folder (or install"
                + " libtorch-dev) and rebuild; or build with -p:TorchEngine=TorchSharp to use the TorchSharp packages."
                + $" Tried:{tried}"
        );
    }

    /// <summary>Why a shim made for <paramref name="compiled"/> must not run on <paramref name="loaded"/>, or null.</summary>
    internal static string? Mismatch(string compiled, string loaded)
    {
        // A libtorch that does not tell its version was resolved by the loader, and that is all there is to know.
        if (loaded.Length == 0 || Release(compiled) == Release(loaded))
        {
            return null;
        }

        return $"it was compiled against libtorch {compiled}, but libtorch {loaded} was loaded";

        static string Release(string version) => version.Split('+', 'a', 'r')[0];
    }

    private static List<string> Candidates(Assembly assembly)
    {
        var folders = new List<string>();
        if (Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder)
        {
            folders.Add(folder);
        }

        folders.Add(AppContext.BaseDirectory);
        return folders
            .Select(one => Path.Combine(Path.TrimEndingDirectorySeparator(one), FileName))
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    private static bool TryOpen(string path, out nint library, out string reason)
    {
        library = 0;
        try
        {
            var opened = NativeLibrary.Load(path);
            var version = (delegate* unmanaged<byte**, byte**, NativeStatus>)
                NativeLibrary.GetExport(opened, nameof(NativeMethods.gandsl_version));
            byte* compiled;
            byte* loaded;
            if (version(&compiled, &loaded) != NativeStatus.Ok)
            {
                reason = "it does not tell its version";
                return false;
            }

            reason = Mismatch(Text(compiled), Text(loaded)) ?? "";
            library = opened;
            return reason.Length == 0;
        }
        catch (Exception error)
            when (error is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            reason = error.Message.ReplaceLineEndings(" ").Trim();
            return false;
        }
    }

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
