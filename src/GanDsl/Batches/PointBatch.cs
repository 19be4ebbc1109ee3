using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Points [N, dimensions], such as rows of a table.</summary>
public abstract class PointBatch : Batch
{
    /// <summary>Takes a tensor over; see <see cref="Batch(Tensor, ReadOnlySpan{long})"/>.</summary>
    /// <param name="tensor">A floating-point tensor [N, dimensions].</param>
    /// <param name="dimensions">Values of a point.</param>
    /// <param name="range">The interval of the values.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected PointBatch(Tensor tensor, long dimensions, ValueRange range = ValueRange.Unbounded)
        : base(tensor, dimensions) => Range = range;

    /// <summary>The interval of the values.</summary>
    public ValueRange Range { get; }
}
