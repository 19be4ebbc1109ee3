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
}
