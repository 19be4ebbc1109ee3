using System.Runtime.InteropServices;
using GanDsl.Training;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>Writes down what libtorch and the driver are asked for, and does nothing.</summary>
internal sealed class GraphFunctionsOnPaper : CudaGraphFunctions
{
    private const int Active = 1;
    private const nint Graph = 7;

    private static readonly CudaStream OfRecordings = MemoryMarshal.Cast<long, CudaStream>([0, 3])[0];

    private CudaStream current;

    public GraphFunctionsOnPaper() =>
        Driver = new CudaDriver(
            (nint _, out int status) => Answer("is recording", status = IsBroken ? 2 : Active),
            (_, _) => Answer("begin anew"),
            (nint _, out nint graph) => Answer("end broken", (int)(graph = 0)),
            (out nint instance, nint _, ulong _) => Answer("instantiate", (int)(instance = 0), Refusal),
            _ => Answer("free instance"),
            _ => Answer("free broken"),
            _ => Answer("ask", answer: Errors.Count > 1 ? Errors.Dequeue() : Errors.Peek()),
            (_, _, _) => Answer("add nothing")
        );

    /// <summary>The driver.</summary>
    public CudaDriver Driver { get; }

    /// <summary>What was asked for, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What the driver answers when asked for the state of the device; the last answer stays.</summary>
    public Queue<int> Errors { get; init; } = new([0]);

    /// <summary>Whether what is recorded is broken.</summary>
    public bool IsBroken { get; init; }

    /// <summary>What the driver answers when it is to make an instance.</summary>
    public int Refusal { get; init; }

    public override void Synchronize() => Calls.Add("wait");

    public override CudaStream NewStream() => OfRecordings;

    public override nint HandleOf(CudaStream stream) => (nint)Identifier(stream);

    public override void Begin(nint graph) => Calls.Add("begin");

    public override void End(nint graph) => Calls.Add("end");

    public override nint RawGraph(nint graph) => Graph;

    public override void Replay(nint graph) => Calls.Add("replay");

    private protected override void Construct(nint graph) => Calls.Add("new");

    private protected override void Destruct(nint graph) => Calls.Add("free");

    private protected override CudaStream CurrentStream() => current;

    private protected override void SetCurrentStream(CudaStream stream)
    {
        current = stream;
        Calls.Add($"stream {Identifier(stream)}");
    }

    private static long Identifier(CudaStream stream) => MemoryMarshal.Cast<CudaStream, long>([stream])[1];

    private int Answer(string call, int _ = 0, int answer = 0)
    {
        Calls.Add(call);
        return answer;
    }
}
