namespace GanDsl.CommandLine;

/// <summary>The folder for what a run writes, known to be writable before a long training begins.</summary>
public sealed class OutputFolder
{
    private OutputFolder(string path) => Path = path;

    /// <summary>Where it is, as it was given.</summary>
    public string Path { get; }

    /// <summary>Makes the folder if need be and tries a file in it; files that are there stay as they are.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">The names of files that will be written to it.</param>
    /// <exception cref="GanException">
    /// The folder cannot be made or written to, or one of the files is a folder or kept from others by another program.
    /// </exception>
    public static OutputFolder Open(string path, params IEnumerable<string> files)
    {
        Probe(path);
        var folder = new OutputFolder(path);
        folder.RequireFree(files);
        return folder;
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string file] => System.IO.Path.Combine(Path, file);

    /// <summary>Refuses files that cannot be written: one that is a folder, or is kept from others by another program.</summary>
    /// <param name="files">Their names.</param>
    /// <exception cref="GanException">One is.</exception>
    internal void RequireFree(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            RequireFree(file);
        }
    }

    private void RequireFree(string file)
    {
        if (Directory.Exists(this[file]))
        {
            throw new GanException(
                $"Cannot write the file '{file}' to '{Path}', which has a folder of that name; choose another folder with --out."
            );
        }

        try
        {
            if (!File.Exists(this[file]) || !FileKind.IsRegularOrMissing(this[file]))
            {
                return;
            }

            // Others may read and write meanwhile, unless they keep others from it, as spreadsheets do on Windows.
            using var held = new FileStream(
                this[file],
                FileMode.Open,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete
            );
        }
        catch (FileNotFoundException)
        {
            // Then it is in nobody's way.
        }
        catch (IOException failure)
        {
            throw new GanException(
                $"Cannot write '{this[file]}': {failure.Message.TrimEnd('.')}; close the program that has it open, or choose another folder with --out.",
                failure
            );
        }
        catch (UnauthorizedAccessException)
        {
            // What must not be written to may still be replaced.
        }
    }

    private static void Probe(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = System.IO.Path.Combine(path, $".{System.IO.Path.GetRandomFileName()}.tmp");
            using var file = new FileStream(
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
                $"Cannot write to the folder '{path}': {failure.Message.TrimEnd('.')}; choose another one with --out.",
                failure
            );
        }
    }
}
