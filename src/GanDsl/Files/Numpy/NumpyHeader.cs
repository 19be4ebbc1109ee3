using System.Buffers.Binary;
using System.Text;

namespace GanDsl;

/// <summary>
/// The header of an array: a magic string, the version of the format, the length of what follows, and a Python dictionary in letters (NumPy
/// Enhancement Proposal 1). The dictionary is parsed as data; nothing in it is executed.
/// </summary>
/// <param name="Element">The type of the elements.</param>
/// <param name="IsFortranOrder">Whether the first index changes fastest, not the last.</param>
/// <param name="Shape">The sizes, all positive; none for a single number.</param>
/// <param name="Length">The bytes of all elements.</param>
internal sealed record NumpyHeader(NumpyElement Element, bool IsFortranOrder, long[] Shape, long Length)
{
    /// <summary>NumPy itself refuses dictionaries of more than 10,000 letters that it is not told to trust.</summary>
    private const int MostLetters = 1 << 16;

    private const int MostDimensions = 64;

    /// <summary>What an array starts with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a header; the stream is left at the first element.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="name">The file and the array, for messages.</param>
    /// <exception cref="GanException">It is no header, or of an array that is not read.</exception>
    public static NumpyHeader Read(Stream stream, string name)
    {
        var start = new byte[Magic.Length + 2];
        var found = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!start.AsSpan(0, found).StartsWith(Magic))
        {
            throw new GanException($"{name} does not start as an array of NumPy; {Remedy(start.AsSpan(0, found))}.");
        }

        if (found < start.Length)
        {
            throw CutOff(name);
        }

        var (major, minor) = (start[^2], start[^1]);
        if (major is < 1 or > 3 || minor != 0)
        {
            throw new GanException(
                $"{name} has version {major}.{minor} of the format, but 1.0 to 3.0 are read; write it anew with numpy.save."
            );
        }

        var lengthBytes = new byte[major == 1 ? 2 : 4];
        Fill(stream, lengthBytes, name);
        var letters =
            major == 1
                ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes)
                : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        if (letters > MostLetters)
        {
            throw new GanException(
                $"{name} claims a header of {letters} bytes, more than the {MostLetters} that are read; it is damaged."
            );
        }

        var text = new byte[letters];
        Fill(stream, text, name);
        return Of((major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text), name);
    }

    private static NumpyHeader Of(string text, string name)
    {
        var entries = PythonLiteral.Dictionary(text);
        if (
            entries is not { Count: 3 }
            || !entries.TryGetValue("descr", out var type)
            || !entries.TryGetValue("fortran_order", out var order)
            || order is not bool isFortranOrder
            || !entries.TryGetValue("shape", out var shape)
            || shape is not PythonTuple { Items: var sizes }
            || !sizes.All(size => size is long)
        )
        {
            throw new GanException(
                $"{name} has a header that does not state descr, fortran_order and shape alone as the format asks; it is damaged."
            );
        }

        return new(
            ElementOf(type, name),
            isFortranOrder,
            [.. sizes.Cast<long>()],
            LengthOf([.. sizes.Cast<long>()], ElementOf(type, name).Size, name)
        );
    }

    private static NumpyElement ElementOf(object type, string name)
    {
        if (type is not string description)
        {
            throw new GanException(
                $"{name} is an array of records, but plain ones of {NumpyElement.Readable} are read; save each field as an array."
            );
        }

        if (description.Contains('O', StringComparison.Ordinal))
        {
            throw new GanException(
                $"{name} is an array of Python objects, which is a program to be run (pickle) and is never read; save the numbers "
                    + "with array.astype(numpy.float32)."
            );
        }

        return NumpyElement.Of(description)
            ?? throw new GanException(
                $"{name} is an array of the type '{Printable(description)}', but {NumpyElement.Readable} are read; convert it with "
                    + "array.astype(numpy.float32)."
            );
    }

    private static long LengthOf(long[] shape, int elementSize, string name)
    {
        if (shape.Length > MostDimensions || shape.Any(size => size < 0))
        {
            throw new GanException(
                $"{name} declares the shape {Text(shape)}, but up to {MostDimensions} sizes of at least 0 make a shape; it is damaged."
            );
        }

        if (shape.Contains(0))
        {
            throw new GanException(
                $"{name} declares the shape {Text(shape)}, so it holds nothing: a GAN needs real examples to learn from."
            );
        }

        var length = new Int128(0, (ulong)elementSize);
        foreach (var size in shape)
        {
            length *= size;
            if (length > long.MaxValue)
            {
                throw new GanException(
                    $"{name} declares the shape {Text(shape)}, more than any file holds; its header is damaged."
                );
            }
        }

        return (long)length;
    }

    private static string Text(long[] shape) =>
        shape.Length <= 8 ? ShapeText.Of(shape) : $"[{ShapeText.Sizes(shape.Take(8))}, …]";

    private static string Printable(string text) =>
        new([.. text.Take(40).Select(letter => char.IsControl(letter) ? '?' : letter)]);

    private static string Remedy(ReadOnlySpan<byte> start) =>
        start.Length > 0 && start[0] == 0x80
            ? "it looks like a pickle, which is a program to be run and is never read: save the array with numpy.save"
            : "give a file that numpy.save or numpy.savez has written";

    private static void Fill(Stream stream, byte[] target, string name)
    {
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
        {
            throw CutOff(name);
        }
    }

    private static GanException CutOff(string name) =>
        new($"{name} ends inside its header: it is cut off; write or download it again.");
}
