using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace GanDsl;

/// <summary>
/// The pictures of a folder, cut and scaled, one behind the other in a file: a header with the stamp of what they were made from, the bytes of
/// each picture, then whether each is good and its checksum, and a hash of header and checksums.
/// </summary>
/// <remarks>A picture whose bytes do not fit its checksum counts as one that is not good: it is read from its own file.</remarks>
internal sealed class PicturePack : IDisposable
{
    private const int PicturesAtOnce = 256;
    private const int HeaderLength = 64;
    private const int EntryLength = 5;

    private readonly SafeFileHandle file;
    private readonly int length;
    private readonly byte[] entries;

    private PicturePack(SafeFileHandle file, int length, byte[] entries) =>
        (this.file, this.length, this.entries) = (file, length, entries);

    private static ReadOnlySpan<byte> Magic => "GanDsl pictures 1\n"u8;

    /// <summary>Opens a pack; null where there is none, or one of other pictures, or a damaged one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stamp">What the pictures have to be made from.</param>
    /// <param name="count">How many pictures there are.</param>
    /// <param name="length">The bytes of each.</param>
    /// <exception cref="GanException">There is a file that cannot be read.</exception>
    public static PicturePack? TryOpen(string path, ReadOnlySpan<byte> stamp, int count, int length)
    {
        SafeFileHandle? file = null;
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            file = File.OpenHandle(path);
            var header = new byte[HeaderLength];
            var entries = new byte[(long)count * EntryLength];
            var hash = new byte[SHA256.HashSizeInBytes];
            var end = HeaderLength + ((long)count * length);
            if (
                RandomAccess.GetLength(file) == end + entries.Length + hash.Length
                && Fill(file, header, 0)
                && header.AsSpan().SequenceEqual(Header(stamp))
                && Fill(file, entries, end)
                && Fill(file, hash, end + entries.Length)
                && HashOf(header, entries).AsSpan().SequenceEqual(hash)
            )
            {
                var pack = new PicturePack(file, length, entries);
                file = null;
                return pack;
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"The packed pictures '{path}' cannot be read: {failure.Message.TrimEnd('.')}; choose another file for them.",
                failure
            );
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Opens a pack, or writes it first where there is none, or one of other pictures, or a damaged one.</summary>
    /// <inheritdoc cref="Write"/>
    /// <exception cref="GanException">The file cannot be read or written, is there and something else, or a picture is refused.</exception>
    public static PicturePack OpenOrWrite(
        string path,
        byte[] stamp,
        int count,
        int length,
        int threads,
        Func<int, Memory<byte>, bool> read
    )
    {
        if (TryOpen(path, stamp, count, length) is { } found)
        {
            return found;
        }

        try
        {
            Write(path, stamp, count, length, threads, read);
        }
        catch (GanException) when (TryOpen(path, stamp, count, length) is { } meanwhile)
        {
            // Another process was faster, and Windows replaces no file that somebody has open.
            return meanwhile;
        }

        return TryOpen(path, stamp, count, length)
            ?? throw new GanException(
                $"The packed pictures '{path}' were changed while they were written; give each program a file of its own."
            );
    }

    /// <summary>Writes a pack; one that exists is replaced once the new one is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stamp">What the pictures are made from.</param>
    /// <param name="count">How many pictures there are.</param>
    /// <param name="length">The bytes of each.</param>
    /// <param name="threads">How many threads read.</param>
    /// <param name="read">Reads a picture by its number, on any thread; false where it is not good and may stay so.</param>
    /// <exception cref="GanException">The file cannot be written, is there and something else, or a picture is refused.</exception>
    public static void Write(
        string path,
        ReadOnlySpan<byte> stamp,
        int count,
        int length,
        int threads,
        Func<int, Memory<byte>, bool> read
    )
    {
        RequireNothingElse(path);
        var header = Header(stamp);
        FileReplacement.Write(
            path,
            stream =>
            {
                stream.Write(header);
                var entries = new byte[(long)count * EntryLength];
                var pictures = new byte[Math.Min(count, Math.Clamp((1 << 26) / length, 1, PicturesAtOnce))][];
                for (var first = 0; first < count; first += pictures.Length)
                {
                    var start = first;
                    var found = Math.Min(pictures.Length, count - first);
                    OrderedFailures.For(
                        found,
                        threads,
                        number =>
                        {
                            var picture = pictures[number] ??= new byte[length];
                            var isGood = read(start + number, picture);
                            WriteEntry(entries, start + number, isGood, picture);
                        }
                    );
                    foreach (var picture in pictures.AsSpan(0, found))
                    {
                        stream.Write(picture);
                    }
                }

                stream.Write(entries);
                stream.Write(HashOf(header, entries));
            }
        );
    }

    /// <summary>Refuses to replace a file that was never a pack; a damaged one still has most of its first bytes, or zeros in their place.</summary>
    private static void RequireNothingElse(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = File.OpenHandle(path);
        var start = new byte[Magic.Length];
        var count = RandomAccess.Read(file, start, 0);
        var known = 0;
        for (var place = 0; place < count; place++)
        {
            known += start[place] == Magic[place] || start[place] == 0 ? 1 : 0;
        }

        if (2 * known < count)
        {
            throw new GanException(
                $"'{path}' is there and holds no packed pictures; it would be replaced, so choose another file for them."
            );
        }
    }

    /// <summary>Reads a picture, on any thread; false where it has to be read from its own file.</summary>
    /// <exception cref="ObjectDisposedException">The pack has been disposed.</exception>
    public bool TryRead(int picture, Span<byte> example)
    {
        var entry = entries.AsSpan(picture * EntryLength, EntryLength);
        try
        {
            return entry[0] == 1
                && Fill(file, example, HeaderLength + ((long)picture * length))
                && BinaryPrimitives.ReadUInt32LittleEndian(entry[1..]) == Crc32C.Of(example);
        }
        catch (IOException)
        {
            // The picture's own file is still there.
            return false;
        }
    }

    public void Dispose() => file.Dispose();

    private static byte[] Header(ReadOnlySpan<byte> stamp)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        stamp.CopyTo(header.AsSpan(HeaderLength - PicturePackStamp.Length));
        return header;
    }

    private static void WriteEntry(byte[] entries, int picture, bool isGood, ReadOnlySpan<byte> example)
    {
        var entry = entries.AsSpan(picture * EntryLength, EntryLength);
        entry[0] = isGood ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[1..], Crc32C.Of(example));
    }

    private static byte[] HashOf(byte[] header, byte[] entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(entries);
        return hash.GetHashAndReset();
    }

    private static bool Fill(SafeFileHandle file, Span<byte> target, long offset)
    {
        while (!target.IsEmpty)
        {
            var read = RandomAccess.Read(file, target, offset);
            if (read == 0)
            {
                return false;
            }

            target = target[read..];
            offset += read;
        }

        return true;
    }
}
