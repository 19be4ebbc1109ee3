namespace GanDsl;

/// <summary>Saves images as a picture.</summary>
public static class ImageBatchExtensions
{
    /// <summary>Saves the images side by side in one picture.</summary>
    /// <param name="images">The images.</param>
    /// <param name="path">The file, *.png, *.jpg, *.jpeg or *.webp; one that exists is replaced once the new one is complete.</param>
    /// <param name="columns">Images in a row; by default as many as make the grid about square.</param>
    /// <param name="padding">Black pixels between images and around the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not positive or <paramref name="padding"/> is negative.</exception>
    /// <exception cref="GanException">
    /// The images have neither 1 nor 3 channels, there are none, they make no picture of a possible size, the name ends otherwise,
    /// or the file cannot be written.
    /// </exception>
    public static void SaveGrid(this ImageBatch images, string path, int? columns = null, int padding = 2)
    {
        ArgumentNullException.ThrowIfNull(images);
        ImageGrid.Save(path, images.Tensor, images.Range, columns, padding);
    }

    /// <summary>The images side by side in one picture: the bytes of a PNG, as the answer of a server.</summary>
    /// <param name="images">The images.</param>
    /// <param name="columns">Images in a row; by default as many as make the grid about square.</param>
    /// <param name="padding">Black pixels between images and around the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not positive or <paramref name="padding"/> is negative.</exception>
    /// <exception cref="GanException">
    /// The images have neither 1 nor 3 channels, there are none, or they make no picture of a possible size.
    /// </exception>
    public static byte[] ToPng(this ImageBatch images, int? columns = null, int padding = 2)
    {
        ArgumentNullException.ThrowIfNull(images);
        return ImageGrid.ToPng(images.Tensor, images.Range, columns, padding);
    }

    /// <summary>Saves the images in one row, as the frames of a way through latents.</summary>
    /// <param name="images">The images.</param>
    /// <param name="path">The file, *.png, *.jpg, *.jpeg or *.webp; one that exists is replaced once the new one is complete.</param>
    /// <param name="padding">Black pixels between images and around the row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="padding"/> is negative.</exception>
    /// <exception cref="GanException">As for <see cref="SaveGrid"/>.</exception>
    public static void SaveStrip(this ImageBatch images, string path, int padding = 2)
    {
        ArgumentNullException.ThrowIfNull(images);
        ImageGrid.Save(path, images.Tensor, images.Range, Math.Max(1, images.Count), padding);
    }

    /// <summary>Saves the images as the frames of a picture that moves for ever, an animated PNG.</summary>
    /// <param name="images">The frames, in order.</param>
    /// <param name="path">The file, *.png or *.apng; one that exists is replaced once the new one is complete.</param>
    /// <param name="framesPerSecond">From 0.02 to 1000. Default: 12.</param>
    /// <param name="scale">Each pixel becomes a square of so many, at least 1. Default: 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="framesPerSecond"/> is outside of its interval, or <paramref name="scale"/> is not positive.
    /// </exception>
    /// <exception cref="GanException">
    /// The images have neither 1 nor 3 channels, there are none, the name ends otherwise, or the file cannot be written.
    /// </exception>
    public static void SaveAnimation(this ImageBatch images, string path, double framesPerSecond = 12, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(images);
        AnimatedPicture.Save(path, images.Tensor, framesPerSecond, images.Range, scale);
    }
}
