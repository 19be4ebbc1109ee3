using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>What the CUDA driver says and does about recordings. Its functions are plain C, and answer 0 where all is well.</summary>
internal sealed class CudaDriver
{
    /// <summary>CU_STREAM_CAPTURE_MODE_THREAD_LOCAL: what other threads do meanwhile is their own affair.</summary>
    public const int ThreadLocal = 1;

    private const int Active = 1; // CU_STREAM_CAPTURE_STATUS_ACTIVE
    private const int InvalidContext = 201; // CUDA_ERROR_INVALID_CONTEXT
    private const int NotReady = 600; // CUDA_ERROR_NOT_READY
    private const nint LegacyStream = 0x1; // CU_STREAM_LEGACY
    private const ulong AutoFreeOnLaunch = 1; // CUDA_GRAPH_INSTANTIATE_FLAG_AUTO_FREE_ON_LAUNCH
    private const ulong UseNodePriority = 8; // CUDA_GRAPH_INSTANTIATE_FLAG_USE_NODE_PRIORITY

    private readonly StatusOf isCapturing;
    private readonly BeginRecording begin;
    private readonly EndRecording end;
    private readonly Instantiation instantiate;
    private readonly OfHandle deleteInstance;
    private readonly OfHandle deleteGraph;
    private readonly OfHandle query;
    private readonly HostFunction launch;

    /// <summary>Kept, as graphs may hold its address.</summary>
    private readonly Nothing nothing = _ => { };

    internal CudaDriver(
        StatusOf isCapturing,
        BeginRecording begin,
        EndRecording end,
        Instantiation instantiate,
        OfHandle deleteInstance,
        OfHandle deleteGraph,
        OfHandle query,
        HostFunction launch
    )
    {
        this.isCapturing = isCapturing;
        this.begin = begin;
        this.end = end;
        this.instantiate = instantiate;
        this.deleteInstance = deleteInstance;
        this.deleteGraph = deleteGraph;
        this.query = query;
        this.launch = launch;
    }

    internal delegate int StatusOf(nint stream, out int status);

    internal delegate int BeginRecording(nint stream, int mode);

    internal delegate int EndRecording(nint stream, out nint graph);

    internal delegate int Instantiation(out nint instance, nint graph, ulong flags);

    internal delegate int OfHandle(nint handle);

    internal delegate int HostFunction(nint stream, Nothing function, nint data);

    internal delegate void Nothing(nint data);

    /// <summary>The driver; null where a function is missing.</summary>
    public static CudaDriver? Find()
    {
        return
            NativeLibrary.TryLoad(CudaGpu.Driver, out var library)
            && NativeFunction.Find<StatusOf>(library, "cuStreamIsCapturing") is { } isCapturing
            && NativeFunction.Find<BeginRecording>(library, "cuStreamBeginCapture_v2") is { } begin
            && NativeFunction.Find<EndRecording>(library, "cuStreamEndCapture") is { } end
            && NativeFunction.Find<Instantiation>(library, "cuGraphInstantiateWithFlags") is { } instantiate
            && NativeFunction.Find<OfHandle>(library, "cuGraphExecDestroy") is { } deleteInstance
            && NativeFunction.Find<OfHandle>(library, "cuGraphDestroy") is { } deleteGraph
            && NativeFunction.Find<OfHandle>(library, "cuStreamQuery") is { } query
            && NativeFunction.Find<HostFunction>(library, "cuLaunchHostFunc") is { } launch
            ? new(isCapturing, begin, end, instantiate, deleteInstance, deleteGraph, query, launch)
            : null;
    }

    /// <summary>Whether a stream records, and nothing has broken the recording.</summary>
    public bool IsRecording(nint stream) => isCapturing(stream, out var status) == 0 && status == Active;

    /// <summary>Puts a recording that does nothing in the place of a broken one.</summary>
    public void Replace(nint stream)
    {
        if (end(stream, out var broken) == 0 && broken != 0)
        {
            _ = deleteGraph(broken);
        }

        if (begin(stream, ThreadLocal) != 0)
        {
            throw new GanException(
                "A training step could not be recorded as a CUDA graph, and the GPU did not recover from it; set CudaGraph to Off."
            );
        }

        AddNothing(stream);
    }

    /// <summary>Records something that does nothing, as libtorch warns of an empty recording.</summary>
    public void AddNothing(nint stream) => _ = launch(stream, nothing, 0);

    /// <summary>Makes an instance of a graph, as libtorch will, and frees it.</summary>
    /// <returns>0, or the driver's error.</returns>
    public int TryInstantiate(nint graph)
    {
        var error = instantiate(out var instance, graph, AutoFreeOnLaunch | UseNodePriority);
        return error == 0 ? deleteInstance(instance) : error;
    }

    /// <summary>Whether the device can still compute, as far as this thread knows.</summary>
    public bool IsUsable => FatalError() is null;

    /// <summary>Refuses to go on where an earlier error has made the device unusable.</summary>
    /// <exception cref="GanException">It is.</exception>
    public void RequireUsable()
    {
        if (FatalError() is { } error)
        {
            throw new GanException(
                $"The GPU has stopped with error {error} of the CUDA driver; nothing more can be computed on it in this process."
            );
        }
    }

    private int? FatalError() =>
        query(LegacyStream) switch
        {
            0 or NotReady => null,

            // This thread has not computed on the device yet.
            InvalidContext => null,
            var error => error,
        };
}
