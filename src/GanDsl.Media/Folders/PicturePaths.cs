using System.Text;

namespace GanDsl;

/// <summary>The paths of many files in little memory: some 30 bytes each, where strings would take three times that.</summary>
internal sealed class PicturePaths
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".gif",
        ".bmp",
    };

    private readonly string root;
    private readonly byte[] names;
    private readonly int[] ends;

    private PicturePaths(string root, byte[] names, int[] ends)
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

    /// <summary>Finds the pictures of a folder and of those below, in an order that is the same on every machine.</summary>
    /// <exception cref="GanException">There is no such folder, it cannot be read, or there is no picture in it.</exception>
    public static PicturePaths Of(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new GanException(
                File.Exists(folder)
                    ? $"'{folder}' is a file, but a folder with pictures is needed; name the folder that it is in."
                    : $"There is no folder '{folder}'; name one with pictures in it."
            );
        }

        var names = new MemoryStream();
        var ends = new List<int>();
        foreach (var name in Pictures(folder))
        {
            names.Write(Encoding.UTF8.GetBytes(name));
            ends.Add(checked((int)names.Length));
        }

        return ends.Count > 0
            ? new(folder, names.ToArray(), [.. ends])
            : throw new GanException(
                $"There is no picture in '{folder}' or the folders below; pictures end in .png, .jpg, .jpeg, .webp, .gif or .bmp."
            );
    }

    private static List<string> Pictures(string folder)
    {
        try
        {
            // Hidden files are left out: other programs keep their thumbnails and half-written files in them.
            var options = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            };
            var found = Directory
                .EnumerateFiles(folder, "*", options)
                .Where(path => Extensions.Contains(Path.GetExtension(path)))
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .ToList();
            found.Sort(StringComparer.Ordinal);
            return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException($"The folder '{folder}' cannot be read: {failure.Message.TrimEnd('.')}.", failure);
        }
    }
}
