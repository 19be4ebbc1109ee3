using System.Runtime.InteropServices;
using System.Text;

namespace GanDsl.Build;

/// <summary>
/// Lets TorchSharp's library for Linux load where libstdc++ is older than that of GCC 13 (Debian 12, Ubuntu 22.04, RHEL 9). It asks for
/// the version GLIBCXX_3.4.32 because of one symbol, which it names and never calls. Marked as weak, the version may be missing.
/// </summary>
public static class OldLibstdcxx
{
    /// <summary>The version that is missing in an older libstdc++.</summary>
    public const string Version = "GLIBCXX_3.4.32";

    /// <summary>The one symbol of that version: it only makes the linker choose a libstdc++ that initialises the standard streams.</summary>
    private const string UncalledSymbol = "_ZSt21ios_base_library_initv";

    private const byte Weak = 2; // VER_FLG_WEAK

    /// <summary>Marks the requirement of the version as weak.</summary>
    /// <param name="library">The bytes of the library, changed in place; unchanged where an exception is thrown.</param>
    /// <returns>False where the library does not ask for the version, or not any more.</returns>
    /// <exception cref="InvalidDataException">It is no ELF file of the expected form, or needs more of that version than the one symbol.</exception>
    public static bool Allow(byte[] library)
    {
        var elf = new ElfFile(library);
        var strong = elf.Requirements()
            .Where(requirement => requirement.Version == Version && (library[requirement.FlagsOffset] & Weak) == 0)
            .ToList();
        if (strong.Count == 0)
        {
            return false;
        }

        if (elf.SymbolsOf(strong).FirstOrDefault(symbol => symbol != UncalledSymbol) is { } needed)
        {
            throw new InvalidDataException($"it really needs {Version}, for the symbol {needed}");
        }

        foreach (var requirement in strong)
        {
            library[requirement.FlagsOffset] |= Weak;
        }

        return true;
    }

    /// <summary>Whether a libstdc++ has the version.</summary>
    /// <param name="libstdcxx">The path of a libstdc++.so.6.</param>
    public static bool HasVersion(string libstdcxx) =>
        File.ReadAllBytes(libstdcxx).AsSpan().IndexOf(Encoding.ASCII.GetBytes(Version + "\0")) >= 0;

    /// <summary>The libstdc++ that the loader finds on this machine; null where there is none.</summary>
    public static string? OfThisMachine()
    {
        if (!NativeLibrary.TryLoad("libstdc++.so.6", out _))
        {
            return null;
        }

        // Each line ends in the path of a file that is mapped into this process, if it is one.
        return File.ReadLines("/proc/self/maps")
            .Select(line => line[Math.Max(0, line.IndexOf('/', StringComparison.Ordinal))..])
            .FirstOrDefault(path =>
                Path.GetFileName(path).StartsWith("libstdc++.so.6", StringComparison.Ordinal) && File.Exists(path)
            );
    }
}
