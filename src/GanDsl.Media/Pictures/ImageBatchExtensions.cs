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
}
