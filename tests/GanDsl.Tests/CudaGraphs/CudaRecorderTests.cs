using GanDsl.Training;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>What libtorch and the driver are asked for while a step is recorded, and that libtorch is asked for nothing on a GPU that has stopped.</summary>
public sealed class CudaRecorderTests
{
    private const int IllegalAddress = 700; // CUDA_ERROR_ILLEGAL_ADDRESS
    private const int InvalidContext = 201; // CUDA_ERROR_INVALID_CONTEXT

    private const string Stopped =
        "The GPU has stopped with error 700 of the CUDA driver; nothing more can be computed on it in this process.";

    [Fact]
    public void A_step_is_recorded_on_a_stream_of_its_own_and_freed_once_the_device_is_done_with_it()
    {
        var functions = new GraphFunctionsOnPaper();
        var recorder = new CudaRecorder(functions, functions.Driver);

        using (var recording = recorder.Record(() => functions.Calls.Add("step")))
        {
            recording.Replay();
        }

        Assert.Equal(
            [
                "wait",
                "ask",
                "stream 3",
                "new",
                "begin",
                "step",
                "is recording",
                "end",
                "instantiate",
                "free instance",
                "stream 0",
                "ask",
                "replay",
                "ask",
                "wait",
                "free",
            ],
            functions.Calls
        );
    }

    [Fact]
    public void A_step_is_rehearsed_on_that_stream_while_nothing_else_is_computed()
    {
        var functions = new GraphFunctionsOnPaper();

        new CudaRecorder(functions, functions.Driver).Rehearse(() => functions.Calls.Add("step"));

        Assert.Equal(["wait", "ask", "stream 3", "step", "stream 0", "wait", "ask"], functions.Calls);
    }

    [Fact]
    public void A_recording_that_is_broken_is_replaced_before_it_ends_and_freed()
    {
        var functions = new GraphFunctionsOnPaper { IsBroken = true };

        var refusal = Assert.Throws<NotRecordableException>(() =>
            new CudaRecorder(functions, functions.Driver).Record(() => { })
        );

        Assert.Equal("it waits for the device, as where a number of a tensor is read", refusal.Message);
        Assert.Equal(
            ["begin", "is recording", "end broken", "begin anew", "add nothing", "end", "free", "stream 0"],
            functions.Calls.SkipWhile(call => call != "begin")
        );
    }

    [Theory]
    [InlineData(2, "the GPU has no memory left for it")]
    [InlineData(801, "the CUDA driver does not take it (error 801)")]
    public void A_recording_that_the_driver_does_not_take_is_freed(int error, string reason)
    {
        var functions = new GraphFunctionsOnPaper { Refusal = error };

        var refusal = Assert.Throws<NotRecordableException>(() =>
            new CudaRecorder(functions, functions.Driver).Record(() => { })
        );

        Assert.Equal(reason, refusal.Message);
        Assert.Equal(["instantiate", "free", "stream 0"], functions.Calls[^3..]);
    }

    [Fact]
    public void On_a_GPU_that_has_stopped_nothing_begins()
    {
        var functions = new GraphFunctionsOnPaper { Errors = new([IllegalAddress]) };
        var recorder = new CudaRecorder(functions, functions.Driver);

        Assert.Equal(Stopped, Assert.Throws<GanException>(() => recorder.Record(() => { })).Message);
        Assert.Equal(Stopped, Assert.Throws<GanException>(() => recorder.Rehearse(() => { })).Message);

        Assert.Equal(["wait", "ask", "wait", "ask"], functions.Calls);
    }

    [Fact]
    public void A_GPU_that_stops_while_a_step_is_rehearsed_is_found_out()
    {
        var functions = new GraphFunctionsOnPaper { Errors = new([0, IllegalAddress]) };
        var recorder = new CudaRecorder(functions, functions.Driver);

        Assert.Equal(Stopped, Assert.Throws<GanException>(() => recorder.Rehearse(() => { })).Message);
        Assert.Equal(["stream 0", "wait", "ask"], functions.Calls[^3..]);
    }

    [Fact]
    public void What_a_step_throws_where_it_is_rehearsed_comes_before_what_the_GPU_says()
    {
        var functions = new GraphFunctionsOnPaper { Errors = new([0, IllegalAddress]) };
        var recorder = new CudaRecorder(functions, functions.Driver);

        Assert.Throws<InvalidOperationException>(() => recorder.Rehearse(() => throw new InvalidOperationException()));
    }

    [Fact]
    public void A_recording_on_a_GPU_that_has_stopped_is_freed_without_waiting_and_not_replayed()
    {
        var functions = new GraphFunctionsOnPaper { Errors = new([0, IllegalAddress]) };
        var recording = new CudaRecorder(functions, functions.Driver).Record(() => { });

        Assert.Equal(Stopped, Assert.Throws<GanException>(recording.Replay).Message);
        recording.Dispose();

        Assert.Equal(["stream 0", "ask", "ask", "free"], functions.Calls[^4..]);
    }

    [Fact]
    public void A_thread_that_has_not_used_the_GPU_yet_waits_before_it_frees()
    {
        var functions = new GraphFunctionsOnPaper { Errors = new([0, InvalidContext]) };
        var recording = new CudaRecorder(functions, functions.Driver).Record(() => { });

        recording.Dispose();

        Assert.Equal(["stream 0", "ask", "wait", "free"], functions.Calls[^4..]);
    }
}
