using System.Security;

namespace GanDsl;

/// <summary>
/// Writes a file through a temporary one beside it and a rename, so that a write that fails half-way leaves an existing file
/// as it was and no half file behind.
/// </summary>
internal static class FileReplacement
{
    /// <summary>
    /// Writes the file at <paramref name="path"/>; missing folders are made. Where a link stands there, the file that it leads to is
    /// written, and the link stays.
    /// </summary>
    /// <exception cref="GanException">The path cannot be written, or leads to something else than a file, such as a device or a pipe.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new GanException("The path to write to is empty; give the name of a file.");
        }

        string? temporary = null;
        try
        {
            var target = Target(path);
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            // Not made from the file's own name, which may be as long as the file system allows.
            temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Renames.MoveFile(temporary, target);
            temporary = null;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException
                || failure is ArgumentException { ParamName: "path" }
                || IsTooLarge(failure)
            )
        {
            var reason = IsTooLarge(failure)
                ? "it would be larger than the file system or a limit allows"
                : WithFolder(failure.Message, temporary).TrimEnd('.');
            throw new GanException(
                $"Cannot write '{path}': {reason}; choose a folder that can be written to.",
                failure
            );
        }
        finally
        {
            if (temporary is not null)
            {
                Discard(temporary);
            }
        }
    }

    /// <summary>A message about the temporary file, which nobody knows, as one about its folder.</summary>
    private static string WithFolder(string message, string? temporary) =>
        temporary is null
            ? message
            : message.Replace(temporary, Path.GetDirectoryName(temporary), StringComparison.Ordinal);

    /// <summary>What .NET makes of EFBIG: the limit of file sizes of a process, or that of a file system such as FAT32.</summary>
    private static bool IsTooLarge(Exception failure) => failure is ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>The file to replace: the path itself, or what the link there leads to.</summary>
    private static string Target(string path)
    {
        var target = Path.GetFullPath(path);
        var file = new FileInfo(target);
        if (file.LinkTarget is not null)
        {
            target = file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }

        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path))
        {
            throw new GanException($"Cannot write '{path}': it is a folder; give the name of a file in it.");
        }

        if (!FileKind.IsRegularOrMissing(target))
        {
            throw new GanException(
                $"Cannot write '{path}': it is a device, a pipe or a socket, and would be replaced by a file; give the name of a file."
            );
        }

        return target;
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report.
        }
    }
}
