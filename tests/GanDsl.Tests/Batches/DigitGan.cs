using static TorchSharp.torch;

namespace GanDsl.Tests.Batches;

/// <summary>Batch types as they are generated for a model.</summary>
internal static class DigitGan
{
    public sealed class Images(Tensor tensor) : ImageBatch(tensor, 1, 28, 28);

    public sealed class UnitImages(Tensor tensor) : ImageBatch(tensor, 1, 1, 2, ValueRange.ZeroToOne);

    public sealed class Signals(Tensor tensor) : SignalBatch(tensor, 2, 16);

    public sealed class Points(Tensor tensor) : PointBatch(tensor, 2);

    public sealed class Rows(Tensor tensor) : PointBatch(tensor, 5);

    public sealed class Latents(Tensor tensor) : LatentBatch(tensor, 64);
}
