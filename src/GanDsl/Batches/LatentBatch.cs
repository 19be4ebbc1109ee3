using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Latents [N, dimensions]: what a generator turns into examples.</summary>
public abstract class LatentBatch : Batch
{
    /// <summary>Takes a tensor over; see <see cref="Batch(Tensor, ReadOnlySpan{long})"/>.</summary>
    /// <param name="tensor">A floating-point tensor [N, dimensions].</param>
    /// <param name="dimensions">Values of a latent.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected LatentBatch(Tensor tensor, long dimensions)
        : base(tensor, dimensions) { }
}
