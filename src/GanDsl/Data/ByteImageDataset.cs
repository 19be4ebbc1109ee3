using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Images kept as bytes, a quarter of their size as numbers; only the batch that is read is scaled.
/// </summary>
public class ByteImageDataset : Dataset
{
    private readonly byte[] pixels;
    private readonly long[] exampleShape;
    private readonly int exampleLength;

    /// <summary>Creates the set on an array of bytes, which is not copied: leave it unchanged from here on.</summary>
    /// <param name="pixels">The bytes [N, channels, height, width] in C order; 0 is the low end of the range, 255 the high.</param>
    /// <param name="channels">Channels of an image: 1 for grey, 3 for colour.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="range">
    /// Byte b becomes b / 127.5 - 1 for <see cref="ValueRange.MinusOneToOne"/>, the default, and b / 255 for
    /// <see cref="ValueRange.ZeroToOne"/>.
    /// </param>
    /// <param name="description">What the images are, for messages.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or the range is unbounded.</exception>
    /// <exception cref="GanException">There is no image, or the bytes end inside one.</exception>
    public ByteImageDataset(
        byte[] pixels,
        int channels,
        int height,
        int width,
        ValueRange range = ValueRange.MinusOneToOne,
        string description = "the images"
    )
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        PixelScale.Require(range);
        exampleShape = [channels, height, width];
        var length = checked((long)channels * height * width);
        if (pixels.Length == 0)
        {
            throw new GanException($"There are no examples in {description}: a GAN needs real examples to learn from.");
        }

        if (pixels.Length % length != 0)
        {
            throw new GanException(
                $"Images {ShapeText.Of(exampleShape)} have {length} bytes each, but {description} have {pixels.Length} bytes, "
                    + "which is no whole number of images: correct the sizes or the bytes."
            );
        }

        this.pixels = pixels;
        exampleLength = (int)length;
        Count = (int)(pixels.Length / length);
        Range = range;
        Description = description;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>The shape of an image: [channels, height, width].</summary>
    public override IReadOnlyList<long> ExampleShape => exampleShape;

    /// <inheritdoc/>
    public override ValueRange Range { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <summary>True for this class itself; a set derived from it may read otherwise, so it says so for itself.</summary>
    public override bool CanReadAhead => GetType() == typeof(ByteImageDataset);

    /// <summary>The bytes of one image: channels * height * width, in C order.</summary>
    /// <param name="index">Which image, in [0, <see cref="Dataset.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside that range.</exception>
    public ReadOnlySpan<byte> Bytes(int index)
    {
        CheckIndices([index]);
        return Example(index);
    }

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        var batch = HostTensor.AllocateBatch(indices.Length, exampleShape);
        var values = HostTensor.Values(batch);
        for (var i = 0; i < indices.Length; i++)
        {
            PixelScale.ToFloats(Example(indices[i]), values.Slice(i * exampleLength, exampleLength), Range);
        }

        GC.KeepAlive(batch);
        return batch;
    }

    private ReadOnlySpan<byte> Example(int index) => pixels.AsSpan(index * exampleLength, exampleLength);
}
