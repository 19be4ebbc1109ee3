namespace GanDsl.Training;

/// <summary>A CUDA graph of libtorch.</summary>
internal sealed class CudaRecording(CudaGraphFunctions libtorch, CudaDriver driver, nint graph) : IStepRecording
{
    /// <summary>libtorch keeps a list of all recordings, which two threads must not change at once.</summary>
    private static readonly Lock Freeing = new();

    public void Replay()
    {
        // libtorch would end the process where the launch fails.
        driver.RequireUsable();
        libtorch.Replay(graph);
    }

    public void Dispose()
    {
        lock (Freeing)
        {
            if (driver.IsUsable)
            {
                libtorch.Synchronize();
            }

            libtorch.Delete(graph);
        }
    }
}
