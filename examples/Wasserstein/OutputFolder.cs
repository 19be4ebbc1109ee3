using GanDsl;

namespace Wasserstein;

/// <summary>The folder for what is written, known to be writable before a long training begins.</summary>
public sealed class OutputFolder
{
    private readonly string path;

    private OutputFolder(string path) => this.path = path;

    /// <summary>Makes the folder if need be and tries a file in it; files that are there stay as they are.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">The names of files that will be written to it.</param>
    /// <exception cref="GanException">The folder cannot be made or written to, or one of the files is a folder.</exception>
    public static OutputFolder Open(string path, params string[] files)
    {
        Probe(path);
        if (files.FirstOrDefault(file => Directory.Exists(Path.Combine(path, file))) is { } folder)
            throw new GanException(
                $"Cannot write the file '{folder}' to '{path}', which has a folder of that name; choose another folder with --out."
            );
        return new OutputFolder(path);
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string file] => Path.Combine(path, file);

    private static void Probe(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".{Path.GetRandomFileName()}.tmp");
            using (
                new FileStream(
                    probe,
                    FileMode.CreateNew,
                    FileAccess.Write,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                )
            ) { }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GanException(
                $"Cannot write to the folder '{path}': {failure.Message.TrimEnd('.')}; choose another one with --out.",
                failure
            );
        }
    }
}
