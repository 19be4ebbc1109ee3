using GanDsl;

namespace ConditionalDigits;

/// <summary>A file to be written, in a folder known to be writable before training begins.</summary>
public static class OutputFile
{
    /// <summary>The path of the file. Makes the folder if need be; files that are there stay as they are.</summary>
    /// <exception cref="GanException">The folder cannot be made or written to, or it has a folder of the file's name.</exception>
    public static string In(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
            using var _ = new FileStream(
                probe,
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GanException(
                $"Cannot write to the folder '{folder}': {failure.Message.TrimEnd('.')}; choose another one with --out.",
                failure
            );
        }

        if (Directory.Exists(path))
            throw new GanException($"Cannot write '{path}': it is a folder; choose another folder with --out.");
        return path;
    }
}
