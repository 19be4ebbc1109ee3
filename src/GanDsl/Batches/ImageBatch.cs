using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Images [N, channels, height, width].</summary>
public abstract class ImageBatch : Batch
{
    /// <summary>Takes a tensor over; see <see cref="Batch(Tensor, ReadOnlySpan{long})"/>.</summary>
    /// <param name="tensor">A floating-point tensor [N, channels, height, width].</param>
    /// <param name="channels">1 for grey, 3 for colour.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="range">The interval of the values: its low end is black, its high end full light.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected ImageBatch(
        Tensor tensor,
        long channels,
        long height,
        long width,
        ValueRange range = ValueRange.MinusOneToOne
    )
        : base(tensor, channels, height, width)
    {
        Range = range;
    }

    /// <summary>The interval of the values.</summary>
    public ValueRange Range { get; }

    /// <summary>Saves the images side by side in one PNG.</summary>
    /// <param name="path">The file, usually *.png; one that exists is replaced once the new one is complete.</param>
    /// <param name="columns">Images in a row; by default as many as make the grid about square.</param>
    /// <param name="padding">Black pixels between images and around the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not positive or <paramref name="padding"/> is negative.</exception>
    /// <exception cref="GanException">
    /// The images have neither 1 nor 3 channels, there are none, they make no picture of a possible size, or the file cannot
    /// be written.
    /// </exception>
    public void SaveGrid(string path, int? columns = null, int padding = 2) =>
        ImageGrid.Save(path, Tensor, Range, columns, padding);
}
