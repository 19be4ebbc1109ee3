using System.Formats.Tar;

namespace GanDsl;

/// <summary>What stands at a path on Unix, where devices, pipes and sockets are files of a kind.</summary>
internal static class FileKind
{
    /// <summary>Where the header of an archive's entry says what the entry is, as POSIX.1-1988 (ustar) has it.</summary>
    private const int TypeOffset = 156;

    /// <summary>Whether nothing stands at a path, or a file that holds bytes.</summary>
    /// <exception cref="IOException">It cannot be found out.</exception>
    public static bool IsRegularOrMissing(string path)
    {
        var file = new FileInfo(path);
        // Devices, pipes and sockets have no length.
        if (!file.Exists || file.Length > 0 || OperatingSystem.IsWindows())
        {
            return true;
        }

        // .NET keeps the kind of a file to itself, but writes it into archives, without opening what is not a file.
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(path, "entry");
        }
        catch (IOException) when (archive.Length == 0)
        {
            // A socket, which archives cannot hold.
            return false;
        }

        return archive.GetBuffer()[TypeOffset] is (byte)TarEntryType.RegularFile;
    }
}
