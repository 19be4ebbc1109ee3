using GanDsl.Training;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>Products as a CUDA graph, so that what is timed is the card and not the calls.</summary>
internal static class RecordedProducts
{
    /// <summary>Records them.</summary>
    /// <exception cref="GanException">They cannot be recorded.</exception>
    public static Action Of(Action products)
    {
        var recorder =
            CudaRecorder.TryCreate(GanCudaGraph.On, out var obstacle)
            ?? throw new GanException($"There is no CUDA graph: {obstacle}.");
        recorder.Rehearse(products);
        try
        {
            return recorder.Record(products).Replay;
        }
        catch (NotRecordableException exception)
        {
            throw new GanException($"They cannot be recorded as a CUDA graph: {exception.Message}.", exception);
        }
    }
}
