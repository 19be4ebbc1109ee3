using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The pictures of a folder and of the folders below as examples <c>[C, H, W]</c>: PNG, JPEG, WebP, BMP, and the first frame of GIF, in the
/// order of their paths.
/// </summary>
/// <remarks>
/// Each picture is turned upright (EXIF), scaled until it covers the size, and cut at both sides alike; colours become grey, and grey
/// becomes colours, as the number of channels asks for. Pictures are decoded when they are first read, on several threads, one minibatch
/// ahead of training; no bit depends on the number of threads. The folder is listed when the set is opened, and no file is read before it
/// is needed, unless all of them are to be packed (<see cref="ImageFolderOptions.PackedFile"/>).
/// </remarks>
public sealed class ImageFolder : Dataset
{
    private readonly FolderFiles paths;
    private readonly PictureReader reader;
    private readonly ImageFolderOptions options;
    private readonly BoundedCache<byte[]> cache;
    private readonly ConcurrentDictionary<int, string> skipped = new();
    private readonly PicturePack? pack;

    /// <summary>Lists the pictures of a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue.</param>
    /// <param name="height">The height of an example, in pixels.</param>
    /// <param name="width">The width of an example, in pixels.</param>
    /// <param name="options">How pictures become examples; null for the defaults.</param>
    /// <exception cref="GanException">There is no such folder, or no picture in it, or the pictures cannot be packed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ImageFolder(string path, int channels, int height, int width, ImageFolderOptions? options = null)
    {
        this.options = options ?? new ImageFolderOptions();
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(
                nameof(channels),
                channels,
                "Pictures are read with 1 channel (grey) or 3 (red, green and blue)."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegative(this.options.CachedBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(this.options.Threads);
        PixelScale.Require(this.options.Range);

        paths = FolderFiles.Of(path, "picture", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp");
        reader = new PictureReader(channels, height, width, this.options.Background);
        cache = new BoundedCache<byte[]>(this.options.CachedBytes);
        ExampleShape = [channels, height, width];
        Description = $"the {paths.Count} pictures of '{path}'";
        pack = this.options.PackedFile is { } file ? Packed(file) : null;
    }

    /// <summary>The number of pictures, or twice that where each counts mirrored, too.</summary>
    public override int Count => options.Mirrored ? checked(2 * paths.Count) : paths.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<long> ExampleShape { get; }

    /// <inheritdoc/>
    public override ValueRange Range => options.Range;

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead => true;

    /// <summary>The pictures that were skipped so far, each with the reason, in the order of their paths.</summary>
    public IReadOnlyList<string> Skipped => [.. skipped.OrderBy(each => each.Key).Select(each => each.Value)];

    /// <summary>
    /// Opens a folder whose folders are classes: the first of them, in the order of their names, is class 0. Every picture has to be in one.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue.</param>
    /// <param name="height">The height of an example, in pixels.</param>
    /// <param name="width">The width of an example, in pixels.</param>
    /// <param name="options">How pictures become examples; null for the defaults.</param>
    /// <exception cref="GanException">There is no such folder, or no picture in it, or a picture in none of its folders.</exception>
    public static LabeledDataset Labeled(
        string path,
        int channels,
        int height,
        int width,
        ImageFolderOptions? options = null
    )
    {
        var pictures = new ImageFolder(path, channels, height, width, options);
        string[] classNames =
        [
            .. Enumerable
                .Range(0, pictures.paths.Count)
                .Select(pictures.ClassOf)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        var labelOf = classNames
            .Select((name, label) => (name, label))
            .ToDictionary(each => each.name, each => each.label);
        return new LabeledDataset(
            pictures,
            Enumerable
                .Range(0, pictures.Count)
                .Select(index => labelOf[pictures.ClassOf(pictures.Picture(index).Index)]),
            classNames
        );
    }

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        int[] drawn = [.. indices];
        var bytes = new byte[drawn.Length][];
        OrderedFailures.For(drawn.Length, options.Threads, row => bytes[row] = BytesOf(Picture(drawn[row]).Index));
        var batch = HostTensor.AllocateBatch(drawn.Length, ExampleShape);
        var values = HostTensor.Values(batch);
        for (var row = 0; row < drawn.Length; row++)
        {
            var example = values.Slice(row * reader.Length, reader.Length);
            PixelScale.ToFloats(bytes[row], example, Range);
            if (Picture(drawn[row]).IsMirrored)
            {
                Mirror(example);
            }
        }

        GC.KeepAlive(batch);
        return batch;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => pack?.Dispose();

    private void Mirror(Span<float> example)
    {
        var width = (int)ExampleShape[2];
        for (var row = 0; row < example.Length; row += width)
        {
            example.Slice(row, width).Reverse();
        }
    }

    private (int Index, bool IsMirrored) Picture(int index) =>
        index < paths.Count ? (index, false) : (index - paths.Count, true);

    private byte[] BytesOf(int picture)
    {
        if (cache.Find(picture) is { } known)
        {
            return known;
        }

        var bytes = new byte[reader.Length];
        if (pack is not null && pack.TryRead(picture, bytes))
        {
            // The system keeps what it reads of one file, so that there is no second copy here.
            return bytes;
        }

        ReadFrom(picture, bytes);
        cache.Keep(picture, bytes, bytes.Length);
        return bytes;
    }

    /// <summary>Opens the packed pictures, and packs them first where that is not done yet, or the folder has changed since.</summary>
    private PicturePack Packed(string file)
    {
        var (channels, height, width) = ((int)ExampleShape[0], (int)ExampleShape[1], (int)ExampleShape[2]);
        var stamp = PicturePackStamp.Of(paths, channels, height, width, options.Background);
        return PicturePack.OpenOrWrite(file, stamp, paths.Count, reader.Length, options.Threads, ReadWhole);
    }

    private bool ReadWhole(int picture, Memory<byte> bytes)
    {
        try
        {
            reader.Read(paths[picture], bytes.Span);
            return true;
        }
        catch (GanException damage) when (options.Damaged == DamagedPictures.Skip)
        {
            skipped.TryAdd(picture, damage.Message);
            return false;
        }
    }

    /// <summary>Reads a picture or, where damaged ones are skipped, the first good one behind it.</summary>
    private void ReadFrom(int picture, byte[] bytes)
    {
        for (var tried = 0; ; tried++)
        {
            var current = (picture + tried) % paths.Count;
            try
            {
                reader.Read(paths[current], bytes);
                return;
            }
            catch (GanException damage) when (options.Damaged == DamagedPictures.Skip)
            {
                skipped.TryAdd(current, damage.Message);
                if (tried == paths.Count - 1)
                {
                    throw new GanException(
                        $"None of {Description} can be read. The first one: {skipped[skipped.Keys.Min()]}",
                        damage
                    );
                }
            }
        }
    }

    private string ClassOf(int picture)
    {
        var relative = paths.Relative(picture);
        return relative.IndexOf('/') is var end and > 0
            ? relative[..end]
            : throw new GanException(
                $"'{paths[picture]}' is in no class: put each picture into the folder of its class."
            );
    }
}
