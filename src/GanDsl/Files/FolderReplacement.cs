namespace GanDsl;

/// <summary>Writes a folder of files through a hidden one beside it and a rename, so that there is a whole folder of that name or none.</summary>
internal static class FolderReplacement
{
    /// <summary>Writes the folder at <paramref name="path"/>; missing folders above it are made. One that exists is replaced.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="write">Writes the files, which have to be on the disk when it returns, to the folder that it is given.</param>
    /// <exception cref="GanException">The folder cannot be written; what was there is as it was.</exception>
    public static void Write(string path, Action<string> write)
    {
        string? temporary = null;
        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (File.Exists(target))
            {
                throw new GanException($"Cannot write the folder '{path}': a file has that name; choose another one.");
            }

            temporary = HiddenBeside(target);
            Directory.CreateDirectory(temporary);
            write(temporary);
            Replace(target, temporary);
            temporary = null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GanException(
                $"Cannot write the folder '{path}': {failure.Message.TrimEnd('.')}; choose one that can be written to.",
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

    private static void Replace(string target, string temporary)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(temporary, target);
            return;
        }

        var former = HiddenBeside(target);
        Directory.Move(target, former);
        try
        {
            Directory.Move(temporary, target);
        }
        catch
        {
            Directory.Move(former, target);
            throw;
        }

        Discard(former);
    }

    private static string HiddenBeside(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");

    private static void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder too many does no harm; the failure that led here, if any, is the one to report.
        }
    }
}
