using System.Text;

namespace GanDsl;

/// <summary>The paths of many files in little memory: some 30 bytes each, where strings would take three times that.</summary>
internal sealed class FolderFiles
{
    private readonly string root;
    private readonly byte[] names;
    private readonly int[] ends;

    private FolderFiles(string root, byte[] names, int[] ends)
    {
        this.root = root;
        this.names = names;
        this.ends = ends;
    }

    /// <summary>How many there are.</summary>
    public int Count => ends.Length;

    /// <summary>The path of a file.</summary>
    public string this[int index] => Path.Combine(root, Relative(index));

    /// <summary>The path of a file below the folder.</summary>
    public string Relative(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return Encoding.UTF8.GetString(names, start, ends[index] - start);
    }

    /// <summary>Finds the files of a folder and of those below, in an order that is the same on every machine.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="noun">What one file holds, for messages.</param>
    /// <param name="extensions">How their names end, such as <c>.png</c>, in any case.</param>
    /// <exception cref="GanException">There is no such folder, it cannot be read, or there is no such file in it.</exception>
    public static FolderFiles Of(string folder, string noun, params IReadOnlyList<string> extensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new GanException(
                File.Exists(folder)
                    ? $"'{folder}' is a file, but a folder with {noun}s is needed; name the folder that it is in."
                    : $"There is no folder '{folder}'; name one with {noun}s in it."
            );
        }

        var names = new MemoryStream();
        var ends = new List<int>();
        foreach (var name in Names(folder, extensions))
        {
            names.Write(Encoding.UTF8.GetBytes(name));
            ends.Add(checked((int)names.Length));
        }

        return ends.Count > 0
            ? new(folder, names.ToArray(), [.. ends])
            : throw new GanException(
                $"There is no {noun} in '{folder}' or the folders below; names of {noun}s end in {string.Join(", ", extensions)}."
            );
    }

    /// <summary>Whether the name of a file, or of a folder above it, begins with a dot.</summary>
    internal static bool IsDotted(string path) => path.Split('/').Any(name => name.StartsWith('.'));

    private static List<string> Names(string folder, IReadOnlyList<string> extensions)
    {
        try
        {
            // Hidden files are left out: other programs keep their thumbnails and half-written files in them. Windows, to which a name with a
            // dot says nothing, would take those of Linux and macOS for examples.
            var options = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            };
            var found = Directory
                .EnumerateFiles(folder, "*", options)
                .Where(path => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Where(path => !IsDotted(path))
                .ToList();
            found.Sort(StringComparer.Ordinal);
            return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"The folder '{folder}' cannot be read: {failure.Message.TrimEnd('.')}; name one that can be read.",
                failure
            );
        }
    }
}
