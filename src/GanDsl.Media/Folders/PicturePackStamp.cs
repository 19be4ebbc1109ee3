using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SkiaSharp;

namespace GanDsl;

/// <summary>What a pack of pictures was made from, in 32 bytes: names, sizes and times of the files, and how they become bytes.</summary>
internal static class PicturePackStamp
{
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>To be raised whenever <see cref="PictureReader"/> makes other bytes of a file.</summary>
    private const int ReaderVersion = 1;

    /// <summary>Looks at every file of a folder, but into none.</summary>
    /// <exception cref="GanException">The folder cannot be read.</exception>
    public static byte[] Of(
        FolderFiles files,
        int channels,
        int height,
        int width,
        (byte Red, byte Green, byte Blue) background
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes(
                FormattableString.Invariant(
                    $"{ReaderVersion} {typeof(SKBitmap).Assembly.GetName().Version} {channels} {height} {width} {background} {files.Count}"
                )
            )
        );
        var numbers = new byte[3 * sizeof(long)];
        for (var index = 0; index < files.Count; index++)
        {
            var name = Encoding.UTF8.GetBytes(files.Relative(index));
            var file = new FileInfo(files[index]);

            // A file that is gone since has no length; reading it says so by its name.
            BinaryPrimitives.WriteInt64LittleEndian(numbers, name.Length);
            BinaryPrimitives.WriteInt64LittleEndian(numbers.AsSpan(8), file.Exists ? file.Length : -1);
            BinaryPrimitives.WriteInt64LittleEndian(numbers.AsSpan(16), file.Exists ? file.LastWriteTimeUtc.Ticks : 0);
            hash.AppendData(numbers);
            hash.AppendData(name);
        }

        return hash.GetHashAndReset();
    }
}
