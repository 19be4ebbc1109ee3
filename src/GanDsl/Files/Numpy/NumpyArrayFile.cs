using System.IO.Compression;

namespace GanDsl;

/// <summary>An array in an NPY file, or one of those in an NPZ file, read once from its beginning to its end.</summary>
internal sealed class NumpyArrayFile : IDisposable
{
    /// <summary>No deflated byte gives more (zlib's documentation): an archive that claims more lies.</summary>
    private const long MostCompression = 1032;

    private const int MostNames = 10;

    private readonly FileStream file;
    private readonly ZipArchive? archive;
    private readonly Stream elements;
    private long read;

    private NumpyArrayFile(string path, string? array)
    {
        Name = $"'{path}'";
        file = File.OpenRead(path);
        try
        {
            if (StartsAsArchive(file))
            {
                archive = new ZipArchive(file, ZipArchiveMode.Read);
                var entry = Entry(archive, array);
                Name = $"'{ArrayName(entry)}' in '{path}'";
                elements = entry.Open();
                Header = NumpyHeader.Read(elements, Name);
                RequireClaim(entry);
            }
            else
            {
                if (array is not null)
                {
                    throw new GanException(
                        $"The array '{array}' was asked for, but {Name} is no NPZ file with several; leave the name out or give such a file."
                    );
                }

                elements = file;
                Header = NumpyHeader.Read(elements, Name);
                if (file.CanSeek)
                {
                    RequireBytes(file.Length - file.Position);
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file and, in an NPZ file, the array, in quotation marks.</summary>
    public string Name { get; }

    /// <summary>What the array is.</summary>
    public NumpyHeader Header { get; }

    /// <summary>Opens an array and reads it.</summary>
    /// <param name="path">An NPY or NPZ file, told apart by their first bytes.</param>
    /// <param name="array">Which array of an NPZ file; null where there is one.</param>
    /// <param name="use">Reads all elements.</param>
    /// <exception cref="GanException">There is no such file or array, or it is damaged or not one that is read.</exception>
    public static T Read<T>(string path, string? array, Func<NumpyArrayFile, T> use)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var opened = new NumpyArrayFile(path, array);
            return use(opened);
        }
        catch (Exception failure) when (failure is InvalidDataException or NotSupportedException)
        {
            throw new GanException(
                $"'{path}' is damaged: {failure.Message.TrimEnd('.')}; write or download it again.",
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"'{path}' cannot be read: {failure.Message.TrimEnd('.')}; give an NPY or NPZ file.",
                failure
            );
        }
        catch (OutOfMemoryException failure)
        {
            throw new GanException(
                $"There is no memory for what '{path}' holds; split it, or convert it to a smaller type.",
                failure
            );
        }
    }

    /// <summary>Reads the next bytes of the elements, all that are asked for.</summary>
    /// <exception cref="GanException">The file ends too early.</exception>
    public void Fill(Span<byte> target)
    {
        var found = elements.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        read += found;
        if (found < target.Length)
        {
            throw Mismatch(read);
        }
    }

    /// <summary>Makes sure that nothing follows the last element.</summary>
    /// <exception cref="GanException">Something does.</exception>
    public void RequireEnd()
    {
        if (elements.ReadByte() >= 0)
        {
            throw Longer();
        }
    }

    public void Dispose()
    {
        elements?.Dispose();
        archive?.Dispose();
        file.Dispose();
    }

    private static bool StartsAsArchive(FileStream file)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        var start = new byte[4];
        var found = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;

        // A local file, or the end of the list of an empty archive.
        return found == 4
            && (start.AsSpan().SequenceEqual("PK\x03\x04"u8) || start.AsSpan().SequenceEqual("PK\x05\x06"u8));
    }

    private static string ArrayName(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;

    private ZipArchiveEntry Entry(ZipArchive archive, string? array)
    {
        ZipArchiveEntry[] found =
        [
            .. archive.Entries.Where(entry => array is null || entry.FullName == array || ArrayName(entry) == array),
        ];
        return found.Length == 1 ? found[0]
            : archive.Entries.Count == 0
                ? throw new GanException($"There is no array in {Name}; write it with numpy.savez.")
            : array is null
                ? throw new GanException(
                    $"There are several arrays in {Name}: {Names(archive)}; say which one is meant."
                )
            : throw new GanException(
                found.Length == 0
                    ? $"There is no array '{array}' in {Name}, but {Names(archive)}; name one of them."
                    : $"There are {found.Length} arrays '{array}' in {Name}, so none is meant for certain; write it anew."
            );
    }

    private static string Names(ZipArchive archive) =>
        string.Join(", ", archive.Entries.Take(MostNames).Select(entry => $"'{ArrayName(entry)}'"))
        + (archive.Entries.Count > MostNames ? $" and {archive.Entries.Count - MostNames} more" : "");

    /// <summary>Before memory is taken for what an archive claims, which costs whoever made it a few bytes.</summary>
    private void RequireClaim(ZipArchiveEntry entry)
    {
        if (Header.Length > entry.Length)
        {
            throw Mismatch(entry.Length);
        }

        if (entry.CompressedLength > file.Length || entry.Length / MostCompression > entry.CompressedLength)
        {
            throw new GanException(
                $"{Name} claims to be {entry.Length} bytes out of {entry.CompressedLength}, more than compression can do; it is damaged."
            );
        }
    }

    private void RequireBytes(long found)
    {
        if (found < Header.Length)
        {
            throw Mismatch(found);
        }

        if (found > Header.Length)
        {
            throw Longer();
        }
    }

    private GanException Mismatch(long found) =>
        new(
            $"{Name} declares the shape {ShapeText.Of(Header.Shape)}, {Header.Length} bytes, but has at most {found}: it is cut off; write or "
                + "download it again."
        );

    private GanException Longer() =>
        new(
            $"{Name} goes on after the {Header.Length} bytes of the shape {ShapeText.Of(Header.Shape)} that it declares: its header or its end "
                + "is damaged; write or download it again."
        );
}
