using System.Runtime.InteropServices;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>
/// libtorch's CUDA graphs (<c>at::cuda::CUDAGraph</c>) and streams, which TorchSharp does not wrap: C++ functions that libtorch exports, called
/// by their names in its binary.
/// </summary>
internal abstract class CudaGraphFunctions
{
    /// <summary>More than the object has, some hundred bytes.</summary>
    private const int SizeOfGraph = 16384;

    /// <summary>The functions; null where one is missing.</summary>
    public static CudaGraphFunctions? Find() =>
        OperatingSystem.IsWindows() ? CudaGraphFunctionsOfWindows.TryFind()
        : OperatingSystem.IsLinux() ? CudaGraphFunctionsOfLinux.TryFind()
        : null;

    /// <summary>A stream of libtorch's, which keeps it.</summary>
    public abstract CudaStream NewStream();

    /// <summary>The driver's handle of a stream.</summary>
    public abstract nint HandleOf(CudaStream stream);

    /// <summary>Begins to record what this thread, and backward passes that it asks for, launch on the current stream.</summary>
    public abstract void Begin(nint graph);

    /// <summary>Ends a recording that is not broken.</summary>
    public abstract void End(nint graph);

    /// <summary>The driver's handle of what was recorded.</summary>
    public abstract nint RawGraph(nint graph);

    /// <summary>Launches what was recorded on the current stream, with the random numbers of now.</summary>
    public abstract void Replay(nint graph);

    /// <summary>Waits for all that the device was asked for. TorchSharp says nothing of errors: <see cref="CudaDriver"/> is asked for them.</summary>
    public virtual void Synchronize() => torch.cuda.synchronize();

    /// <summary>An empty graph.</summary>
    public nint NewGraph()
    {
        var graph = Marshal.AllocHGlobal(SizeOfGraph);
        Marshal.Copy(new byte[SizeOfGraph], 0, graph, SizeOfGraph);
        Construct(graph);
        return graph;
    }

    /// <summary>Frees a graph and gives its memory on the device back to libtorch.</summary>
    public void Delete(nint graph)
    {
        Destruct(graph);
        Marshal.FreeHGlobal(graph);
    }

    /// <summary>Makes a stream the current one of this thread until the answer is disposed.</summary>
    public IDisposable Use(CudaStream stream)
    {
        var before = CurrentStream();
        SetCurrentStream(stream);
        return new StreamUse(this, before);
    }

    /// <summary>The constructor, told to keep the driver's handle.</summary>
    private protected abstract void Construct(nint graph);

    private protected abstract void Destruct(nint graph);

    private protected abstract CudaStream CurrentStream();

    private protected abstract void SetCurrentStream(CudaStream stream);

    private sealed class StreamUse(CudaGraphFunctions functions, CudaStream before) : IDisposable
    {
        public void Dispose() => functions.SetCurrentStream(before);
    }
}
