using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Signals [N, channels, length], such as audio or time series.</summary>
public abstract class SignalBatch : Batch
{
    /// <summary>Takes a tensor over; see <see cref="Batch(Tensor, ReadOnlySpan{long})"/>.</summary>
    /// <param name="tensor">A floating-point tensor [N, channels, length].</param>
    /// <param name="channels">Values at one moment.</param>
    /// <param name="length">Moments.</param>
    /// <param name="range">The interval of the values.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected SignalBatch(Tensor tensor, long channels, long length, ValueRange range = ValueRange.MinusOneToOne)
        : base(tensor, channels, length) => Range = range;

    /// <summary>The interval of the values.</summary>
    public ValueRange Range { get; }
}
