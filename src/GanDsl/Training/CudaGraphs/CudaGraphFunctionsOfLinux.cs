using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>Names and calling convention of GCC (Itanium C++ ABI): a structure of two words travels in two registers.</summary>
internal sealed class CudaGraphFunctionsOfLinux : CudaGraphFunctions
{
    private const string StreamFromPool = "_ZN3c104cuda17getStreamFromPoolEba";
    private const string SetCurrent = "_ZN3c104cuda20setCurrentCUDAStreamENS0_10CUDAStreamE";
    private const string GetCurrent = "_ZN3c104cuda20getCurrentCUDAStreamEa";
    private const string Handle = "_ZNK3c104cuda10CUDAStream6streamEv";
    private const string Constructor = "_ZN2at4cuda9CUDAGraphC1Eb";
    private const string Destructor = "_ZN2at4cuda9CUDAGraphD1Ev";
    private const string CaptureBegin = "_ZN2at4cuda9CUDAGraph13capture_beginESt4pairIyyE21cudaStreamCaptureMode";
    private const string CaptureEnd = "_ZN2at4cuda9CUDAGraph11capture_endEv";
    private const string Raw = "_ZN2at4cuda9CUDAGraph14raw_cuda_graphEv";
    private const string Launch = "_ZN2at4cuda9CUDAGraph6replayEv";

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

    private CudaGraphFunctionsOfLinux(nint libtorch, nint c10)
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

    private delegate CudaStream TakeStream(byte isHighPriority, sbyte device);

    private delegate void Set(CudaStream stream);

    private delegate CudaStream Get(sbyte device);

    private delegate nint StreamHandle(in CudaStream stream);

    private delegate void Create(nint graph, byte keepGraph);

    private delegate void OfGraph(nint graph);

    private delegate void BeginCapture(nint graph, ulong poolOfOthers, ulong poolOfUsers, int mode);

    private delegate nint HandleOfGraph(nint graph);

    public static CudaGraphFunctionsOfLinux? TryFind()
    {
        try
        {
            return
                NativeLibrary.TryLoad("libtorch_cuda.so", out var libtorch)
                && NativeLibrary.TryLoad("libc10_cuda.so", out var c10)
                ? new(libtorch, c10)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    public override CudaStream NewStream() => takeStream(isHighPriority: 0, CurrentDevice);

    public override nint HandleOf(CudaStream stream) => handleOf(in stream);

    public override void Begin(nint graph) => begin(graph, 0, 0, CudaDriver.ThreadLocal);

    public override void End(nint graph) => end(graph);

    public override nint RawGraph(nint graph) => raw(graph);

    public override void Replay(nint graph) => replay(graph);

    private protected override void Construct(nint graph) => construct(graph, keepGraph: 1);

    private protected override void Destruct(nint graph) => destruct(graph);

    private protected override CudaStream CurrentStream() => getCurrent(CurrentDevice);

    private protected override void SetCurrentStream(CudaStream stream) => setCurrent(stream);
}
