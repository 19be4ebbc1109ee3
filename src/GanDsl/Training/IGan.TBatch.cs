namespace GanDsl;

/// <summary>
/// A generated GAN whose examples are of a known kind: one of images is an <c>IGan&lt;ImageBatch&gt;</c>, whatever its size and whether or
/// not it has labels.
/// </summary>
/// <typeparam name="TBatch">The batches that it generates.</typeparam>
public interface IGan<out TBatch> : IGan
    where TBatch : Batch
{
    /// <inheritdoc cref="IGan.Sample(int, IReadOnlyList{int})"/>
    new TBatch Sample(int count, IReadOnlyList<int>? labels = null);

    /// <inheritdoc cref="IGan.Sample(LatentBatch, IReadOnlyList{int})"/>
    new TBatch Sample(LatentBatch latents, IReadOnlyList<int>? labels = null);

    Batch IGan.Sample(int count, IReadOnlyList<int>? labels) => Sample(count, labels);

    Batch IGan.Sample(LatentBatch latents, IReadOnlyList<int>? labels) => Sample(latents, labels);
}
