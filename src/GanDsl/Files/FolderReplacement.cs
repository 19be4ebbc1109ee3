namespace GanDsl;

/// <summary>Writes a folder of files through a hidden one beside it and a rename, so that there is a whole folder of that name or none.</summary>
internal static class FolderReplacement
{
    /// <summary>What file managers leave in folders that somebody looks at.</summary>
    private static readonly string[] OfFileManagers = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>
    /// Writes the folder at <paramref name="path"/>, or where it links to; missing folders above it are made. One of these files alone, or an
    /// empty one, is replaced.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">The names of the files.</param>
    /// <param name="write">Writes the files, which have to be on the disk when it returns, to the folder that it is given.</param>
    /// <exception cref="GanException">The folder cannot be written, or holds something else; what was there is as it was.</exception>
    public static void Write(string path, IReadOnlyList<string> files, Action<string> write)
    {
        try
        {
            var target = Target(path);
            if (File.Exists(target))
            {
                throw new GanException($"Cannot write the folder '{path}': a file has that name; choose another one.");
            }

            if (Directory.Exists(target) && OtherThan(files, target) is { } other)
            {
                throw new GanException(
                    $"Cannot write the folder '{path}': it would be replaced, but it holds '{other}', which would be lost; choose a folder for this "
                        + "alone."
                );
            }

            HiddenFolder.RemoveLeftBeside(target);
            using var hidden = HiddenFolder.Beside(target);
            WriteTo(hidden.New, target, write);
            Replace(target, hidden);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GanException(
                $"Cannot write the folder '{path}': {failure.Message.TrimEnd('.')}; choose one that can be written to.",
                failure
            );
        }
    }

    /// <summary>
    /// To be called before a folder that <see cref="Write"/> writes is read: a process that ended while it replaced the folder may have left
    /// both the former and the new one under other names.
    /// </summary>
    public static void Finish(string path)
    {
        try
        {
            HiddenFolder.RemoveLeftBeside(Target(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Who reads it says what is wrong with the path.
        }
    }

    /// <summary>What a folder holds beside these files, one of it; null where there is nothing else.</summary>
    public static string? OtherThan(IReadOnlyList<string> files, string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFileSystemInfos()
            .FirstOrDefault(entry =>
                entry is DirectoryInfo || !(files.Contains(entry.Name) || OfFileManagers.Contains(entry.Name))
            )
            ?.Name;

    /// <summary>Removes a folder of these files alone, so that it is whole or not there whenever the process ends.</summary>
    /// <exception cref="IOException">It cannot be removed, or holds something else.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be removed.</exception>
    public static void Remove(string path, IReadOnlyList<string> files)
    {
        var target = FullPath(path);
        if (OtherThan(files, target) is { } other)
        {
            throw new IOException($"it holds '{other}', which would be lost");
        }

        using var hidden = HiddenFolder.Beside(target);
        // Without a new one, whoever finds the hidden folder does not finish a replacement.
        Directory.Delete(hidden.New);
        // At once or not: who removes can try again another time.
        Directory.Move(target, hidden.Former);
    }

    /// <summary>Who reads why a file was not written knows the folder, but not the hidden one that is gone by then.</summary>
    private static void WriteTo(string hidden, string target, Action<string> write)
    {
        try
        {
            write(hidden);
        }
        catch (GanException refusal) when (refusal.Message.Contains(hidden, StringComparison.Ordinal))
        {
            throw new GanException(refusal.Message.Replace(hidden, target, StringComparison.Ordinal), refusal);
        }
    }

    private static void Replace(string target, HiddenFolder hidden)
    {
        if (!Directory.Exists(target))
        {
            Renames.MoveFolder(hidden.New, target);
            return;
        }

        Renames.MoveFolder(target, hidden.Former);
        try
        {
            Renames.MoveFolder(hidden.New, target);
        }
        catch
        {
            Renames.MoveFolder(hidden.Former, target);
            throw;
        }
    }

    /// <summary>The folder itself where the path is a link to one.</summary>
    private static string Target(string path)
    {
        var target = FullPath(path);
        return Directory.Exists(target)
            ? Directory.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target
            : target;
    }

    private static string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
