namespace GanDsl.ToyData;

/// <summary>Finds a file of the MNIST family in a folder by the names under which it is passed around.</summary>
internal static class MnistFolder
{
    /// <summary>The path itself if it is a file; if it is a folder, the first of the usual names in it.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="ending">"images-idx3-ubyte" or "labels-idx1-ubyte".</param>
    /// <exception cref="GanException">There is no such path, or the folder has none of the names.</exception>
    public static string Find(string path, string ending)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (File.Exists(path))
        {
            return path;
        }

        if (!Directory.Exists(path))
        {
            throw new GanException(
                $"There is no file or folder '{path}': give an IDX file, such as train-{ending}.gz, or the folder it is in."
            );
        }

        string[] names = [.. Names(ending)];
        return names.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists)
            ?? throw new GanException(
                $"The folder '{path}' has none of the files {string.Join(", ", names)}: give the folder that has one, or the file itself."
            );
    }

    /// <summary>The training set before the test set, a decompressed file before a compressed one.</summary>
    private static IEnumerable<string> Names(string ending)
    {
        // Some tools write the dash before "idx" as a dot.
        string[] endings = [ending, ending.Replace("-idx", ".idx", StringComparison.Ordinal)];
        foreach (var set in (string[])["train", "t10k"])
        {
            foreach (var compression in (string[])["", ".gz"])
            {
                foreach (var variant in endings)
                {
                    yield return $"{set}-{variant}{compression}";
                }
            }
        }
    }
}
