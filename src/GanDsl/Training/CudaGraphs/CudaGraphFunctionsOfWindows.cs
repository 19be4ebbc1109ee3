using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>
/// Names and calling convention of Visual C++: a structure of two words travels as an address, and is answered to one. Written from the
/// convention's rules; not tried yet, which is why only <see cref="GanCudaGraph.On"/> uses them.
/// </summary>
internal sealed class CudaGraphFunctionsOfWindows : CudaGraphFunctions
{
    private const string StreamFromPool = "?getStreamFromPool@cuda@c10@@YA?AVCUDAStream@12@_NC@Z";
    private const string SetCurrent = "?setCurrentCUDAStream@cuda@c10@@YAXVCUDAStream@12@@Z";
    private const string GetCurrent = "?getCurrentCUDAStream@cuda@c10@@YA?AVCUDAStream@12@C@Z";
    private const string Handle = "?stream@CUDAStream@cuda@c10@@QEBAPEAUCUstream_st@@XZ";
    private const string Constructor = "??0CUDAGraph@cuda@at@@QEAA@_N@Z";
    private const string Destructor = "??1CUDAGraph@cuda@at@@QEAA@XZ";
    private const string CaptureBegin =
        "?capture_begin@CUDAGraph@cuda@at@@QEAAXU?$pair@_K_K@std@@W4cudaStreamCaptureMode@@@Z";
    private const string CaptureEnd = "?capture_end@CUDAGraph@cuda@at@@QEAAXXZ";
    private const string Raw = "?raw_cuda_graph@CUDAGraph@cuda@at@@QEAAPEAUCUgraph_st@@XZ";
    private const string Launch = "?replay@CUDAGraph@cuda@at@@QEAAXXZ";

    private const sbyte CurrentDevice = -1;

    private readonly TakeStream takeStream;
    private readonly Set setCurrent;
    private readonly Get getCurrent;
    private readonly StreamHandle handleOf;
    private readonly Create construct;
    private readonly OfGraph destruct;
    private readonly BeginCapture begin;
    private readonly OfGraph end;
    private readonly HandleOfGraph raw;
    private readonly OfGraph replay;

    private CudaGraphFunctionsOfWindows(nint libtorch, nint c10)
    {
        takeStream = NativeFunction.Required<TakeStream>(c10, StreamFromPool);
        setCurrent = NativeFunction.Required<Set>(c10, SetCurrent);
        getCurrent = NativeFunction.Required<Get>(c10, GetCurrent);
        handleOf = NativeFunction.Required<StreamHandle>(c10, Handle);
        construct = NativeFunction.Required<Create>(libtorch, Constructor);
        destruct = NativeFunction.Required<OfGraph>(libtorch, Destructor);
        begin = NativeFunction.Required<BeginCapture>(libtorch, CaptureBegin);
        end = NativeFunction.Required<OfGraph>(libtorch, CaptureEnd);
        raw = NativeFunction.Required<HandleOfGraph>(libtorch, Raw);
        replay = NativeFunction.Required<OfGraph>(libtorch, Launch);
    }

    private delegate nint TakeStream(out CudaStream stream, byte isHighPriority, sbyte device);

    private delegate void Set(in CudaStream stream);

    private delegate nint Get(out CudaStream stream, sbyte device);

    private delegate nint StreamHandle(in CudaStream stream);

    private delegate nint Create(nint graph, byte keepGraph);

    private delegate void OfGraph(nint graph);

    private delegate void BeginCapture(nint graph, in MemoryPool pool, int mode);

    private delegate nint HandleOfGraph(nint graph);

    public static CudaGraphFunctionsOfWindows? TryFind()
    {
        try
        {
            return
                NativeLibrary.TryLoad("torch_cuda.dll", out var libtorch)
                && NativeLibrary.TryLoad("c10_cuda.dll", out var c10)
                ? new(libtorch, c10)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    public override CudaStream NewStream()
    {
        _ = takeStream(out var stream, isHighPriority: 0, CurrentDevice);
        return stream;
    }

    public override nint HandleOf(CudaStream stream) => handleOf(in stream);

    public override void Begin(nint graph) => begin(graph, default, CudaDriver.ThreadLocal);

    public override void End(nint graph) => end(graph);

    public override nint RawGraph(nint graph) => raw(graph);

    public override void Replay(nint graph) => replay(graph);

    private protected override void Construct(nint graph) => _ = construct(graph, keepGraph: 1);

    private protected override void Destruct(nint graph) => destruct(graph);

    private protected override CudaStream CurrentStream()
    {
        _ = getCurrent(out var stream, CurrentDevice);
        return stream;
    }

    private protected override void SetCurrentStream(CudaStream stream) => setCurrent(in stream);

    /// <summary><c>std::pair</c> of two numbers; both 0 ask for a pool of the graph's own.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct MemoryPool
    {
        private readonly ulong ofOthers;
        private readonly ulong ofUsers;
    }
}
