using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>How steps are recorded and replayed, as far as that needs no GPU.</summary>
public sealed class StepGraphTests : IDisposable
{
    private const int Steps = 24;

    // Two and three examples can be judged at once.
    private const int Batch = 6;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<Type> Gans => EveryGan.Types;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Gans))]
    public void Replayed_steps_of_every_declared_GAN_have_the_bits_of_ordinary_ones(Type type)
    {
        var recorder = new RecorderOnProcessor();
        using var ordinary = EveryGan.Create(type, Batch, Steps);
        using var replayed = recorder.Of(() => EveryGan.Create(type, Batch, Steps));
        using var data = EveryGan.DataFor(ordinary);

        Assert.Equal(
            ordinary.Train(data).Select(EveryGan.Numbers).ToList(),
            replayed.Train(data).Select(EveryGan.Numbers).ToList()
        );

        Assert.Null(replayed.CudaGraphObstacle);
        Assert.InRange(recorder.Replays, Steps / 3, Steps - 4);
        ordinary.SaveCheckpoint(folder["ordinary"]);
        replayed.SaveCheckpoint(folder["replayed"]);
        EveryGan.AssertSameFiles(folder["ordinary"], folder["replayed"]);
    }

    [Fact]
    public void A_kind_of_step_is_recorded_after_four_of_it()
    {
        var recorder = new RecorderOnProcessor();
        using var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        Take(gan, rows: 4, count: 4);
        Assert.Equal((0, 0), (recorder.Recordings, recorder.Replays));

        Take(gan, rows: 4, count: 3);
        Assert.Equal((1, 3), (recorder.Recordings, recorder.Replays));

        // A smaller last minibatch.
        Take(gan, rows: 2, count: 1);
        Take(gan, rows: 4, count: 1);
        Assert.Equal((1, 4), (recorder.Recordings, recorder.Replays));
    }

    [Fact]
    public void Steps_with_given_latents_are_recorded_apart()
    {
        var recorder = new RecorderOnProcessor();
        using var ordinary = new AlternatingNonSaturatingGan();
        using var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        for (var step = 0; step < 16; step++)
        {
            using var scope = NewDisposeScope();
            using var real = new AlternatingNonSaturatingGan.Points(randn(4, 2));
            using var latents = new AlternatingNonSaturatingGan.Latents(
                randn([4, .. gan.DrawLatents(1).Tensor.shape[1..]])
            );
            ordinary.DrawLatents(1).Dispose();
            var isGiven = step % 2 == 0;

            var expected = isGiven ? ordinary.Step(real, latents) : ordinary.Step(real);
            var found = isGiven ? gan.Step(real, latents) : gan.Step(real);

            Assert.Equal(EveryGan.Numbers(expected), EveryGan.Numbers(found));
        }

        Assert.Equal((2, 8), (recorder.Recordings, recorder.Replays));
    }

    [Fact]
    public void What_is_frozen_or_set_to_evaluation_between_steps_is_recorded_anew()
    {
        var recorder = new RecorderOnProcessor();
        using var ordinary = new DropoutGan(new() { BatchSize = 4 });
        using var gan = recorder.Of(() => new DropoutGan(new() { BatchSize = 4 }));
        foreach (
            var change in new Action<DropoutGan>[]
            {
                _ => { },
                changed => changed.D.parameters().First().requires_grad = false,
                changed => changed.G.children().First().eval(),
                changed => changed.D.parameters().First().requires_grad = true,
            }
        )
        {
            change(ordinary);
            change(gan);
            for (var step = 0; step < 7; step++)
            {
                using var real = new DropoutGan.Points(randn(4, 2));
                Assert.Equal(EveryGan.Numbers(ordinary.Step(real)), EveryGan.Numbers(gan.Step(real)));
            }
        }

        Assert.Equal((4, 12), (recorder.Recordings, recorder.Replays));
        Assert.Equal(1, recorder.Alive);
    }

    [Fact]
    public void A_replay_leaves_its_own_gradients_whatever_has_taken_their_place()
    {
        var recorder = new RecorderOnProcessor();
        using var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        Take(gan, rows: 4, count: 5);
        recorder.IsIdle = true;
        Take(gan, rows: 4, count: 1);
        var expected = Values.Of(gan.G.parameters().First().grad!);

        Take(gan, rows: 2, count: 1);
        Assert.NotEqual(expected, Values.Of(gan.G.parameters().First().grad!));
        Take(gan, rows: 4, count: 1);
        Assert.Equal(expected, Values.Of(gan.G.parameters().First().grad!));

        gan.GeneratorOptimizer.ZeroGrad();
        Take(gan, rows: 4, count: 1);
        Assert.Equal(expected, Values.Of(gan.G.parameters().First().grad!));
    }

    [Fact]
    public void Where_a_step_cannot_be_recorded_that_is_said_and_training_goes_on_with_the_same_numbers()
    {
        // What is made once for all GANs.
        using (var before = new DropoutGan(new() { BatchSize = 4 }))
        {
            using var first = new DropoutGan.Points(randn(4, 2));
            before.Step(first);
        }

        var live = Live.Count;
        var recorder = new RecorderOnProcessor { Refusal = new NotRecordableException("it reads a number", null) };
        using (var ordinary = new DropoutGan(new() { BatchSize = 4 }))
        using (var gan = recorder.Of(() => new DropoutGan(new() { BatchSize = 4 })))
        {
            for (var step = 0; step < 8; step++)
            {
                using var real = new DropoutGan.Points(randn(4, 2));
                Assert.Equal(EveryGan.Numbers(ordinary.Step(real)), EveryGan.Numbers(gan.Step(real)));
            }

            Assert.Equal(
                "Training steps are taken one operation at a time, as they cannot be recorded as a CUDA graph: it reads a number.",
                gan.CudaGraphObstacle
            );
        }

        Assert.Equal(0, recorder.Replays);
        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void What_was_recorded_while_another_thread_changed_the_switches_of_torch_is_thrown_away()
    {
        var rounds = backends.cuda.matmul.allow_tf32;
        var recorder = new RecorderOnProcessor { Recorded = () => backends.cuda.matmul.allow_tf32 = !rounds };
        using var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        try
        {
            Take(gan, rows: 4, count: 5);
        }
        finally
        {
            backends.cuda.matmul.allow_tf32 = rounds;
        }

        Assert.Equal((1, 0, 0), (recorder.Recordings, recorder.Replays, recorder.Alive));
        Assert.Null(gan.CudaGraphObstacle);
    }

    [Fact]
    public void Weights_that_are_loaded_between_replays_are_learnt_from()
    {
        var recorder = new RecorderOnProcessor();
        using var ordinary = new AlternatingNonSaturatingGan();
        using var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        using var other = new AlternatingNonSaturatingGan(new() { Seed = 9 });
        other.Save(folder["other.safetensors"]);
        foreach (var each in new[] { ordinary, gan })
        {
            manual_seed(3);
            Take(each, rows: 4, count: 6);
            each.Load(folder["other.safetensors"]);
            each.GeneratorOptimizer.LearningRate = 0.01;
            each.Sample(3).Dispose();
            Take(each, rows: 4, count: 3);
        }

        foreach (var (expected, found) in ordinary.G.parameters().Zip(gan.G.parameters()))
        {
            Assert.Equal(Values.Of(expected), Values.Of(found));
        }

        Assert.Equal((1, 5), (recorder.Recordings, recorder.Replays));
    }

    [Fact]
    public void A_step_that_throws_where_it_is_rehearsed_is_taken_again()
    {
        var recorder = new RecorderOnProcessor();
        using var gan = recorder.Of(() => new ReadingGan());
        void Steps(int count, float value)
        {
            for (var step = 0; step < count; step++)
            {
                using var real = new ReadingGan.Points(full([4, 2], value));
                gan.Step(real);
            }
        }

        Steps(3, value: 0.5f);
        var weight = gan.D.parameters().First();
        var before = weight.detach().clone();
        using (no_grad())
        {
            weight.fill_(float.NaN);
        }

        Assert.Throws<InvalidOperationException>(() => Steps(1, value: 0.5f));
        using (no_grad())
        {
            weight.copy_(before);
        }

        Assert.Equal(0, recorder.Recordings);
        Steps(3, value: 0.5f);
        Assert.Equal((1, 2), (recorder.Recordings, recorder.Replays));
        Assert.Null(gan.CudaGraphObstacle);
    }

    [Fact]
    public void Replays_leave_nothing_behind()
    {
        var recorder = new RecorderOnProcessor();
        using var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        Take(gan, rows: 4, count: 70);
        var live = Live.Count;

        Take(gan, rows: 4, count: 640);

        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void Disposing_a_GAN_frees_its_recordings()
    {
        var live = Live.Count;
        var recorder = new RecorderOnProcessor();
        var gan = recorder.Of(() => new AlternatingNonSaturatingGan());
        Take(gan, rows: 4, count: 6);
        Take(gan, rows: 2, count: 6);
        Assert.Equal(2, recorder.Alive);

        gan.Dispose();

        Assert.Equal(0, recorder.Alive);
        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void On_the_processor_nothing_is_recorded_and_nothing_said()
    {
        using var gan = new AlternatingNonSaturatingGan();
        Assert.Equal(GanCudaGraph.Automatic, gan.Settings.CudaGraph);
        Assert.Null(gan.CudaGraphObstacle);
        Assert.Equal(
            "CudaGraph is On, but the GAN trains on the processor; set Device to Cuda or CudaGraph to Automatic.",
            Assert
                .Throws<GanException>(() => new AlternatingNonSaturatingGan(new() { CudaGraph = GanCudaGraph.On }))
                .Message
        );
        Assert.Equal(
            "CudaGraph is 7, but it has to be Automatic, On or Off.",
            Assert
                .Throws<GanException>(() => new AlternatingNonSaturatingGan(new() { CudaGraph = (GanCudaGraph)7 }))
                .Message
        );
    }

    [Fact]
    public void The_version_of_libtorch_is_known()
    {
        Assert.Equal(new Version(2, 10), LibtorchVersion.Current);
        Assert.Null(LibtorchVersion.Obstacle);
    }

    private static void Take(AlternatingNonSaturatingGan gan, int rows, int count)
    {
        for (var step = 0; step < count; step++)
        {
            using var real = new AlternatingNonSaturatingGan.Points(randn(rows, 2));
            gan.Step(real);
        }
    }
}
