using TorchSharp;

namespace GanDsl.Training;

/// <summary>A CUDA graph of libtorch.</summary>
internal sealed class CudaRecording(CudaGraphFunctions libtorch, CudaDriver driver, nint graph) : IStepRecording
{
    public void Replay()
    {
        // libtorch would end the process where the launch fails.
        driver.RequireUsable();
        libtorch.Replay(graph);
    }

    public void Dispose()
    {
        lock (CudaRecorder.OneAtATime)
        {
            if (driver.IsUsable)
            {
                torch.cuda.synchronize();
            }

            libtorch.Delete(graph);
        }
    }
}
