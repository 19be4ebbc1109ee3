using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>While a GAN is recorded no other one that shares its GPU computes, and at all other times they do not wait for each other.</summary>
public sealed class RecordingGateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    /// <summary>Steps of one kind up to the last one before it is recorded.</summary>
    private const int BeforeRecording = 4;

    [Fact]
    public async Task Nothing_of_another_GAN_comes_in_while_a_step_is_recorded()
    {
        using var isRecording = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        var recorder = new RecorderOnProcessor
        {
            Recorded = () =>
            {
                isRecording.Set();
                mayGoOn.Wait(Long);
            },
        };
        var otherRecorder = new RecorderOnProcessor();
        using var gan = recorder.Of(Create);
        using var replayed = otherRecorder.Of(Create);
        using var sampled = otherRecorder.Of(Create);
        using var ordinary = new RecorderOnProcessor().Of(() => new DropoutGan(new() { CudaGraph = GanCudaGraph.Off }));
        var disposed = otherRecorder.Of(Create);
        Take(gan, BeforeRecording);
        Take(replayed, BeforeRecording + 1);
        Take(disposed, BeforeRecording + 1);
        var calls = 0;
        AtEachCall(ordinary.D, () => Interlocked.Increment(ref calls));
        AtEachCall(sampled.G, () => Interlocked.Increment(ref calls));

        var recording = OnThread(() => Take(gan, 1));
        Assert.True(isRecording.Wait(Long));
        Task[] others =
        [
            OnThread(() => Take(ordinary, 1)),
            OnThread(() => Take(replayed, 1)),
            OnThread(() => sampled.Sample(2).Dispose()),
            OnThread(disposed.Dispose),
        ];
        Thread.Sleep(Short);

        Assert.All(others, other => Assert.False(other.IsCompleted));
        Assert.Equal((0, 2, 2), (calls, otherRecorder.Replays, otherRecorder.Alive));

        mayGoOn.Set();
        await Task.WhenAll([recording, .. others]).WaitAsync(Long);
        Assert.Equal((3, 1), (otherRecorder.Replays, otherRecorder.Alive));
        Assert.Equal((1, 1), (recorder.Recordings, recorder.Replays));
        Assert.True(calls > 1);
    }

    [Fact]
    public async Task Ordinary_steps_and_samples_of_two_GANs_are_in_at_the_same_time()
    {
        using var one = new RecorderOnProcessor().Of(Create);
        using var other = new RecorderOnProcessor().Of(Create);
        using var both = new CountdownEvent(2);
        AtEachCall(one.D, Meet);
        AtEachCall(other.G, Meet);

        Task[] calls = [OnThread(() => Take(one, 1)), OnThread(() => other.Sample(2).Dispose())];

        await Task.WhenAll(calls).WaitAsync(Long);

        // Leaves only when the other one has come in, too.
        void Meet()
        {
            if (!both.IsSet)
            {
                both.Signal();
                Assert.True(both.Wait(Long));
            }
        }
    }

    [Fact]
    public async Task A_step_is_recorded_once_others_are_out()
    {
        var recorder = new RecorderOnProcessor();
        using var isIn = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        using var gan = recorder.Of(Create);
        using var other = new RecorderOnProcessor().Of(Create);
        Take(gan, BeforeRecording);
        AtEachCall(
            other.D,
            () =>
            {
                isIn.Set();
                mayGoOn.Wait(Long);
            }
        );

        var step = OnThread(() => Take(other, 1));
        Assert.True(isIn.Wait(Long));
        var recording = OnThread(() => Take(gan, 1));
        Thread.Sleep(Short);
        Assert.Equal((false, 0), (recording.IsCompleted, recorder.Recordings));

        mayGoOn.Set();
        await Task.WhenAll(step, recording).WaitAsync(Long);
        Assert.Equal(1, recorder.Recordings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(BeforeRecording - 1)]
    [InlineData(BeforeRecording)]
    [InlineData(BeforeRecording + 1)]
    public async Task A_step_that_throws_leaves(int before)
    {
        var recorder = new RecorderOnProcessor();
        using var gan = recorder.Of(Create);
        using var other = new RecorderOnProcessor().Of(Create);
        Take(gan, before);
        var fails = true;
        AtEachCall(gan.D, () => Assert.False(fails));

        Assert.ThrowsAny<Exception>(() => Take(gan, 1));
        Assert.ThrowsAny<Exception>(() => gan.Step(new(zeros(4, 2)), new(zeros(3, 4))));
        fails = false;

        Assert.False(RecordingGate.IsInside);
        await OnThread(() => Take(other, BeforeRecording + 2)).WaitAsync(Long);
    }

    [Fact]
    public void A_sample_that_throws_leaves()
    {
        var recorder = new RecorderOnProcessor();
        using var gan = recorder.Of(Create);
        AtEachCall(gan.G, () => throw new InvalidOperationException());

        Assert.Throws<InvalidOperationException>(() => gan.Sample(2));
        Assert.Throws<GanException>(() => gan.Sample(0));

        Assert.False(RecordingGate.IsInside);
    }

    [Fact]
    public void What_goes_wrong_while_a_step_is_recorded_is_said_afterwards()
    {
        var recorder = new RecorderOnProcessor
        {
            Recorded = () => throw new InvalidOperationException("It broke.\nat x"),
        };
        using var gan = recorder.Of(Create);
        Take(gan, BeforeRecording);
        Assert.Null(gan.CudaGraphObstacle);

        Assert.Throws<InvalidOperationException>(() => Take(gan, 1));

        Assert.Equal(
            "Training steps are taken one operation at a time, as an attempt to record one as a CUDA graph has failed: It broke.",
            gan.CudaGraphObstacle
        );
        Take(gan, 2);
        Assert.Equal(0, recorder.Replays);
    }

    [Fact]
    public void Within_a_step_others_are_ordinary_ones_and_recordings_are_freed()
    {
        var (outer, inner, old) = (new RecorderOnProcessor(), new RecorderOnProcessor(), new RecorderOnProcessor());
        using var gan = outer.Of(Create);
        using var called = inner.Of(Create);
        var disposed = old.Of(Create);
        Take(disposed, BeforeRecording + 1);
        var steps = 0;
        AtEachCall(
            gan.D,
            () =>
            {
                disposed.Dispose();
                called.Sample(2).Dispose();
                Take(called, 1);
                steps++;
            }
        );

        Take(gan, BeforeRecording);

        Assert.Equal(2 * BeforeRecording, steps);
        Assert.Equal((0, 0, 0), (inner.Recordings, old.Alive, outer.Recordings));
        Assert.False(RecordingGate.IsInside);
        Take(called, BeforeRecording + 1);
        Assert.Equal(1, inner.Recordings);
    }

    private static Task OnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static DropoutGan Create() => new(new() { BatchSize = 4 });

    private static void AtEachCall(nn.Module<Tensor, Tensor> network, Action called) =>
        network.register_forward_pre_hook(
            (_, input) =>
            {
                called();
                return input;
            }
        );

    private static void Take(DropoutGan gan, int count)
    {
        for (var step = 0; step < count; step++)
        {
            using var real = new DropoutGan.Points(zeros(4, 2));
            gan.Step(real);
        }
    }
}
