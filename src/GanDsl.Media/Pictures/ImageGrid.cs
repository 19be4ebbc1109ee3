using SkiaSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Puts the images of a batch side by side in one picture.</summary>
public static class ImageGrid
{
    /// <summary>Saves images as one picture, in reading order.</summary>
    /// <param name="path">
    /// The file, *.png, *.jpg, *.jpeg or *.webp, of which PNG alone keeps every value; one that exists is replaced once the new one is
    /// complete, and missing folders are made.
    /// </param>
    /// <param name="images">A floating-point tensor [N, C, H, W] with C = 1 or 3 and N at least 1; it is left as it is.</param>
    /// <param name="range">
    /// The interval of the values: its low end is black, its high end full light, what lies outside is drawn as the nearer
    /// end. <see cref="ValueRange.Unbounded"/> spreads the finite values that are there. NaN is drawn black.
    /// </param>
    /// <param name="columns">Images in a row; by default as many as make the grid about square, at most N.</param>
    /// <param name="padding">Black pixels between images and around the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not positive or <paramref name="padding"/> is negative.</exception>
    /// <exception cref="GanException">
    /// The tensor is not of such a shape, the picture would be too large, the name ends otherwise, or the file cannot be written.
    /// </exception>
    public static void Save(
        string path,
        Tensor images,
        ValueRange range = ValueRange.MinusOneToOne,
        int? columns = null,
        int padding = 2
    )
    {
        _ = PictureFile.FormatOf(path);
        using var picture = Picture(images, range, columns, padding);
        PictureFile.Write(path, picture);
    }

    /// <summary>Images as one picture, in reading order: the bytes of a PNG, as the answer of a server.</summary>
    /// <param name="images">As for <see cref="Save"/>.</param>
    /// <param name="range">The interval of the values, as for <see cref="Save"/>.</param>
    /// <param name="columns">Images in a row; by default as many as make the grid about square, at most N.</param>
    /// <param name="padding">Black pixels between images and around the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not positive or <paramref name="padding"/> is negative.</exception>
    /// <exception cref="GanException">The tensor is not of such a shape, or the picture would be too large.</exception>
    public static byte[] ToPng(
        Tensor images,
        ValueRange range = ValueRange.MinusOneToOne,
        int? columns = null,
        int padding = 2
    )
    {
        using var picture = Picture(images, range, columns, padding);
        return PictureFile.Png(picture);
    }

    /// <summary>Whether images of so many channels make a picture: those of 1 do (grey), and those of 3 (red, green, blue).</summary>
    /// <param name="channels">C of images [N, C, H, W].</param>
    public static bool CanShow(long channels) => channels is 1 or 3;

    private static SKBitmap Picture(Tensor images, ValueRange range, int? columns, int padding)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (columns is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given, nameof(columns));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        var shape = images.shape;
        if (shape.Length != 4 || shape.Contains(0))
        {
            throw new GanException(
                $"A grid shows images [N, C, H, W], at least one, but the tensor is {ShapeText.Of(shape)}: reshape it."
            );
        }

        if (!CanShow(shape[1]))
        {
            throw new GanException(
                $"A grid shows images with 1 channel (grey) or 3 (red, green, blue), but these have {shape[1]}: choose the channels to show, or save the values with SaveNpy."
            );
        }

        return new GridLayout(shape, columns, padding).Arrange(PixelBytes.Of(HostTensor.ToArray(images), range));
    }
}
