using System.Buffers.Binary;
using System.IO.Compression;

namespace GanDsl.ToyData;

/// <summary>
/// Reads the IDX format of the MNIST database (http://yann.lecun.com/exdb/mnist): two zero bytes, the type, the number of
/// dimensions, each dimension as a big-endian 32-bit number, the values. Plain or compressed with gzip, told apart by the
/// first bytes: files are renamed and decompressed more often than they are changed.
/// </summary>
internal sealed class IdxFile
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Bytes asked for before any has been read: a damaged header must not cost gigabytes.</summary>
    private const int FirstCapacity = 1 << 24;

    private IdxFile(string path, int[] dimensions, byte[] values)
    {
        (Path, Dimensions, Values) = (path, dimensions, values);
    }

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>The sizes, the number of examples first; all are positive.</summary>
    public int[] Dimensions { get; }

    /// <summary>The values in C order.</summary>
    public byte[] Values { get; }

    /// <summary>Reads a whole file of unsigned bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rank">The number of dimensions it must have.</param>
    /// <param name="content">What it should hold, for messages: "images".</param>
    /// <exception cref="GanException">The file cannot be read or is not such a file.</exception>
    public static IdxFile Read(string path, int rank, string content)
    {
        try
        {
            using var opened = File.OpenRead(path);
            using var file = opened.CanSeek ? (Stream)opened : InMemory(opened);
            var compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using var stream = compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
            return Read(stream, path, rank, content);
        }
        catch (InvalidDataException failure)
        {
            throw new GanException(
                $"'{path}' starts as a gzip file but cannot be decompressed ({failure.Message.TrimEnd('.')}): it is damaged or cut off; download it again.",
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"Cannot read '{path}': {failure.Message.TrimEnd('.')}; name a file that can be read.",
                failure
            );
        }
    }

    /// <summary>A pipe is read to its end: its first bytes, which say whether it is compressed, come only once.</summary>
    private static MemoryStream InMemory(Stream pipe)
    {
        var whole = new MemoryStream();
        pipe.CopyTo(whole);
        whole.Position = 0;
        return whole;
    }

    private static IdxFile Read(Stream stream, string path, int rank, string content)
    {
        var header = new byte[4 + 4 * rank];
        var found = stream.ReadAtLeast(header.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        if (found == 4)
        {
            CheckMagic(header, path, rank, content);
            found += stream.ReadAtLeast(header.AsSpan(4), header.Length - 4, throwOnEndOfStream: false);
        }

        if (found < header.Length)
        {
            throw new GanException(
                $"'{path}' ends after {found} bytes, inside its header of {header.Length} bytes: it is cut off; download it again."
            );
        }

        var length = ReadDimensions(header, path, content, out var dimensions);
        var values = ReadUpTo(stream, length);
        if (values.Length < length)
        {
            throw new GanException(
                $"'{path}' declares {Sizes(dimensions)} {content}, {length} bytes, but has {values.Length}: it is cut off; download it again."
            );
        }

        if (stream.ReadByte() >= 0)
        {
            throw new GanException(
                $"'{path}' goes on after the {length} bytes of the {Sizes(dimensions)} {content} that it declares: its header or its end is damaged; download it again."
            );
        }

        return new IdxFile(path, dimensions, values);
    }

    private static void CheckMagic(byte[] header, string path, int rank, string content)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var needed = (uint)(UnsignedByte << 8 | rank);
        if (magic != needed)
        {
            throw new GanException(
                $"'{path}' starts with 0x{magic:X8}, {IdxMagic.Describe(magic)}, but {content} start with 0x{needed:X8}, {IdxMagic.Describe(needed)}: give the file of the {content}."
            );
        }
    }

    private static int ReadDimensions(byte[] header, string path, string content, out int[] dimensions)
    {
        var sizes = new long[header.Length / 4 - 1];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (i + 1)));
        }

        if (sizes.Contains(0))
        {
            throw new GanException(
                $"'{path}' declares {Sizes(sizes)} {content}, so it holds none: a GAN needs real examples to learn from."
            );
        }

        var length = sizes.Aggregate(UInt128.One, (product, size) => product * (UInt128)size);
        if (length > (UInt128)Array.MaxLength)
        {
            throw new GanException(
                $"'{path}' declares {Sizes(sizes)} {content}, {length} bytes, more than the {Array.MaxLength} that can be read from one file: its header is damaged, or it has to be split."
            );
        }

        dimensions = Array.ConvertAll(sizes, size => (int)size);
        return (int)length;
    }

    private static byte[] ReadUpTo(Stream stream, int length)
    {
        var values = new byte[Math.Min(length, FirstCapacity)];
        var count = 0;
        while (true)
        {
            count += stream.ReadAtLeast(values.AsSpan(count), values.Length - count, throwOnEndOfStream: false);
            if (count < values.Length || count == length)
            {
                return count == values.Length ? values : values[..count];
            }

            Array.Resize(ref values, (int)Math.Min(length, 2L * values.Length));
        }
    }

    private static string Sizes<T>(IEnumerable<T> sizes) => string.Join(" x ", sizes);
}
