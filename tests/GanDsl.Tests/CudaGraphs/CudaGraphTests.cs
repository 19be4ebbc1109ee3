using GanDsl.Tests.Models;
using GanDsl.Tests.Models.Layers;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>Steps that a GPU replays are those that it would take one operation at a time.</summary>
public sealed class CudaGraphTests : IDisposable
{
    private const int Steps = 20;

    // Two and three examples can be judged at once.
    private const int Batch = 6;

    /// <summary>GANs with kernels that add in no fixed order, on the GPUs that were tried: two trainings may agree to the bit, or not.</summary>
    private static readonly HashSet<Type> WithoutOrder =
    [
        typeof(LayerGans.AvgPoolOfVolumesGan),
        typeof(LayerGans.Conv3dSameGan),
        typeof(ConvolutionLayersGan),
        typeof(LayerGans.MaxPoolOfVolumesGan),
        typeof(TutorialGan),
        typeof(LayerGans.UpsampleBicubicGan),
        typeof(LayerGans.UpsampleBilinearGan),
        typeof(LayerGans.UpsampleTrilinearGan),
    ];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<Type> Gans =>
        new(DeclaredGans.All.Where(type => type != typeof(MisdeclaredGan) && type != typeof(ReadingGan)));

    public void Dispose() => folder.Dispose();

    [CudaTheory]
    [MemberData(nameof(Gans))]
    public void Every_declared_GAN_has_the_numbers_of_ordinary_steps(Type type)
    {
        using var ordinary = OnGpu(type, GanCudaGraph.Off);
        using var again = OnGpu(type, GanCudaGraph.Off);
        using var replayed = OnGpu(type, GanCudaGraph.On);
        using var data = EveryGan.DataFor(replayed);
        var expected = ordinary.Train(data).Select(EveryGan.Numbers).ToList();
        var repeated = again.Train(data).Select(EveryGan.Numbers).ToList();
        var found = replayed.Train(data).Select(EveryGan.Numbers).ToList();

        Assert.Null(replayed.CudaGraphObstacle);
        Assert.True(RecordingsOf(replayed) > 0, "Nothing was recorded.");
        ordinary.SaveCheckpoint(folder["ordinary"]);
        again.SaveCheckpoint(folder["again"]);
        replayed.SaveCheckpoint(folder["replayed"]);
        if (!WithoutOrder.Contains(type) && TensorsOf("ordinary").AsSpan().SequenceEqual(TensorsOf("again")))
        {
            Assert.Equal(expected, found);
            Assert.Equal(TensorsOf("ordinary"), TensorsOf("replayed"));
            return;
        }

        Console.WriteLine($"{type.Name} is not deterministic.");
        for (var step = 0; step < expected.Count; step++)
        {
            AssertClose(expected[step], repeated[step], 1e-3);
            AssertClose(expected[step], found[step], 1e-3);
        }
    }

    [CudaFact]
    public void Random_numbers_of_the_GPU_go_on_from_replay_to_replay()
    {
        using var ordinary = new DropoutGan(Dropping(GanCudaGraph.Off));
        using var replayed = new DropoutGan(Dropping(GanCudaGraph.On));
        using var real = new DropoutGan.Points(zeros(16, 2));
        var expected = Enumerable.Range(0, 12).Select(_ => ordinary.Step(real).DiscriminatorLoss).ToList();

        // What others draw meanwhile is their own affair.
        var found = Enumerable
            .Range(0, 12)
            .Select(_ =>
            {
                randn(100, device: CUDA).Dispose();
                return replayed.Step(real).DiscriminatorLoss;
            })
            .ToList();

        Assert.Equal(expected, found);
        Assert.Equal(12, found.Distinct().Count());
    }

    [CudaFact]
    public void Samples_smaller_minibatches_and_new_learning_rates_come_in_between()
    {
        using var ordinary = new ConvolutionGan(Images(GanCudaGraph.Off));
        using var replayed = new ConvolutionGan(Images(GanCudaGraph.On));
        using var all = new ConvolutionGan.Images(Wave(8, 1, 8, 8));
        using var few = new ConvolutionGan.Images(Wave(4, 1, 8, 8));
        for (var step = 0; step < 24; step++)
        {
            var real = step % 7 == 6 ? few : all;
            foreach (var gan in new[] { ordinary, replayed })
            {
                gan.GeneratorOptimizer.LearningRate = 1e-3 / (step + 1);
            }

            using var expectedSamples = ordinary.Sample(2);
            using var foundSamples = replayed.Sample(2);
            Values.AssertRelative(Values.Of(expectedSamples.Tensor), Values.Of(foundSamples.Tensor), 1e-3);
            AssertClose(EveryGan.Numbers(ordinary.Step(real)), EveryGan.Numbers(replayed.Step(real)), 1e-3);
        }

        Assert.Equal(1, RecordingsOf(replayed));
    }

    [CudaFact]
    public void GANs_with_recordings_train_side_by_side_and_outlive_each_other()
    {
        using var data = new TensorDataset(Wave(60, 2));
        using var ordinary = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.Off));
        var alone = Losses(ordinary, data, 12);
        using var one = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
        var other = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
        using var steps = one.Train(data).GetEnumerator();
        var found = new List<float>();
        foreach (var step in other.Train(data).Take(8))
        {
            Assert.True(steps.MoveNext());
            found.Add(steps.Current.DiscriminatorLoss);
            Assert.Equal(found[^1], step.DiscriminatorLoss);
        }

        other.Dispose();
        while (found.Count < 12 && steps.MoveNext())
        {
            found.Add(steps.Current.DiscriminatorLoss);
        }

        Assert.Equal(alone, found);
    }

    [CudaFact]
    public void Training_goes_on_from_a_checkpoint_with_the_same_bits()
    {
        using var data = new TensorDataset(Wave(60, 2));
        using var whole = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
        using var first = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
        using var second = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
        var expected = whole.Train(data).Take(24).Select(step => step.DiscriminatorLoss).ToList();

        var found = first.Train(data).Take(11).Select(step => step.DiscriminatorLoss).ToList();
        first.SaveCheckpoint(folder["eleven"]);
        second.LoadCheckpoint(folder["eleven"]);
        found.AddRange(second.Train(data).Take(13).Select(step => step.DiscriminatorLoss));
        Assert.Equal(expected, found);

        // Into one that has recorded.
        first.LoadCheckpoint(folder["eleven"]);
        Assert.Equal(expected.Skip(11), first.Train(data).Take(13).Select(step => step.DiscriminatorLoss));
    }

    [CudaFact]
    public void A_module_that_reads_a_number_is_found_out_and_training_goes_on() =>
        ChildProcess.Run(static () =>
        {
            using var data = new TensorDataset(Wave(60, 2));
            using var ordinary = new ReadingGan(Reading(GanCudaGraph.Off));
            using var asked = new ReadingGan(Reading(GanCudaGraph.On));
            using var automatic = new ReadingGan(Reading(GanCudaGraph.Automatic));
            Assert.Equal(
                "Training steps are not recorded as a CUDA graph, as Watched may do something else each time; set CudaGraph to On "
                    + "where it does the same work at each call and reads no number of a tensor.",
                automatic.CudaGraphObstacle
            );
            Assert.Null(asked.CudaGraphObstacle);

            var expected = ordinary.Train(data).Take(12).Select(step => step.DiscriminatorLoss).ToList();
            Assert.Equal(expected, asked.Train(data).Take(12).Select(step => step.DiscriminatorLoss));
            Assert.Equal(expected, automatic.Train(data).Take(12).Select(step => step.DiscriminatorLoss));

            Console.Error.WriteLine(asked.CudaGraphObstacle);
            Assert.StartsWith(
                "Training steps are taken one operation at a time, as they cannot be recorded as a CUDA graph: ",
                asked.CudaGraphObstacle,
                StringComparison.Ordinal
            );

            // The next one records as if nothing had been.
            using var other = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
            using var same = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.Off));
            Assert.Equal(Losses(same, data, 12), Losses(other, data, 12));
            Assert.Equal(1, RecordingsOf(other));
        });

    [CudaFact]
    public void A_module_that_waits_for_the_GPU_is_found_out_and_training_goes_on() =>
        ChildProcess.Run(static () =>
        {
            using var data = new TensorDataset(Wave(60, 2));
            using var ordinary = new ReadingGan(Reading(GanCudaGraph.Off));
            using var asked = new ReadingGan(Reading(GanCudaGraph.On));
            ReadingGan.Watched.WaitsForGpu = true;

            var expected = ordinary.Train(data).Take(12).Select(step => step.DiscriminatorLoss).ToList();
            Assert.Equal(expected, asked.Train(data).Take(12).Select(step => step.DiscriminatorLoss));

            Console.Error.WriteLine(asked.CudaGraphObstacle);
            Assert.NotNull(asked.CudaGraphObstacle);
            using var other = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
            using var same = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.Off));
            Assert.Equal(Losses(same, data, 12), Losses(other, data, 12));
            Assert.Equal(1, RecordingsOf(other));
        });

    [CudaFact]
    public void Where_the_GPU_has_no_memory_left_for_a_recording_training_goes_on() =>
        ChildProcess.Run(static () =>
        {
            using var data = new TensorDataset(Wave(600, 2));
            using var ordinary = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.Off));
            using var asked = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
            var expected = Losses(ordinary, data, 12);
            using var steps = asked.Train(data).GetEnumerator();
            var found = new List<float>();
            while (found.Count < 4 && steps.MoveNext())
            {
                found.Add(steps.Current.DiscriminatorLoss);
            }

            var rest = Fill();
            while (found.Count < 8 && steps.MoveNext())
            {
                found.Add(steps.Current.DiscriminatorLoss);
            }

            rest.ForEach(block => block.Dispose());
            while (found.Count < 12 && steps.MoveNext())
            {
                found.Add(steps.Current.DiscriminatorLoss);
            }

            Assert.Equal(expected, found);
            Console.Error.WriteLine(asked.CudaGraphObstacle);
            Assert.Contains("memory", asked.CudaGraphObstacle);
        });

    [CudaFact]
    public void Other_threads_read_measurements_and_collect_garbage_meanwhile() =>
        ChildProcess.Run(static () =>
        {
            using var data = new TensorDataset(Wave(600, 2));
            using var ordinary = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.Off));
            var expected = Losses(ordinary, data, 300);
            using var gan = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
            StepRecord? newest = null;
            var isDone = false;
            var readers = Enumerable.Range(0, 2).Select(_ => new Thread(Read)).ToList();
            readers.ForEach(reader => reader.Start());
            var steps = new List<StepRecord>();
            foreach (var step in gan.Train(data).Take(300))
            {
                steps.Add(step);
                Volatile.Write(ref newest, step);
            }

            Volatile.Write(ref isDone, true);
            readers.ForEach(reader => reader.Join());
            Assert.Equal(expected, steps.Select(step => step.DiscriminatorLoss));
            Assert.Null(gan.CudaGraphObstacle);

            void Read()
            {
                while (!Volatile.Read(ref isDone))
                {
                    _ = Volatile.Read(ref newest)?.DiscriminatorLoss;
                    _ = zeros(64, device: CUDA);
                    GC.Collect(0);
                    Thread.Sleep(1);
                }
            }
        });

    [CudaFact]
    public void GANs_that_draw_random_numbers_train_and_sample_on_other_threads_while_one_is_recorded_again_and_again() =>
        ChildProcess.Run(static () =>
        {
            const int recordings = 60;
            var isDone = false;
            Task[] others =
            [
                .. new[] { GanCudaGraph.On, GanCudaGraph.Off }.Select(graph =>
                    Task.Factory.StartNew(() => TrainUntilDone(graph), TaskCreationOptions.LongRunning)
                ),
            ];
            try
            {
                using var gan = new DropoutGan(Dropping(GanCudaGraph.On));
                using var real = new DropoutGan.Points(Wave(16, 2));
                var layer = gan.G.children().First();
                for (var recording = 0; recording < recordings; recording++)
                {
                    // That layer computes the same in either mode, and all is recorded anew.
                    layer.train(recording % 2 == 0);
                    for (var step = 0; step < 6; step++)
                    {
                        Assert.True(float.IsFinite(gan.Step(real).DiscriminatorLoss));
                    }

                    Assert.Equal(1, RecordingsOf(gan));
                    Assert.Null(gan.CudaGraphObstacle);
                }
            }
            finally
            {
                Volatile.Write(ref isDone, true);
                Task.WaitAll(others);
            }

            void TrainUntilDone(GanCudaGraph graph)
            {
                using var gan = new DropoutGan(Dropping(graph));
                using var real = new DropoutGan.Points(Wave(16, 2));
                while (!Volatile.Read(ref isDone))
                {
                    Assert.True(float.IsFinite(gan.Step(real).DiscriminatorLoss));
                    gan.Sample(4).Dispose();
                }

                Assert.Null(gan.CudaGraphObstacle);
            }
        });

    [CudaFact]
    public void Each_step_may_come_from_another_thread()
    {
        using var data = new TensorDataset(Wave(60, 2));
        using var ordinary = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.Off));
        var expected = Losses(ordinary, data, 12);
        using var gan = new AlternatingNonSaturatingGan(Plain(GanCudaGraph.On));
        using var steps = gan.Train(data).GetEnumerator();
        var found = new List<float>();
        for (var step = 0; step < 12; step++)
        {
            var thread = new Thread(() => steps.MoveNext());
            thread.Start();
            thread.Join();
            found.Add(steps.Current.DiscriminatorLoss);
        }

        Assert.Equal(expected, found);
        Assert.Equal(1, RecordingsOf(gan));
    }

    [CudaTheory]
    [InlineData(GanPrecision.BFloat16)]
    [InlineData(GanPrecision.TensorFloat32)]
    public void Other_precisions_are_recorded_as_well(GanPrecision precision)
    {
        using var ordinary = new ConvolutionGan(Images(GanCudaGraph.Off) with { Precision = precision });
        using var replayed = new ConvolutionGan(Images(GanCudaGraph.On) with { Precision = precision });
        using var real = new ConvolutionGan.Images(Wave(8, 1, 8, 8));
        for (var step = 0; step < 12; step++)
        {
            AssertClose(EveryGan.Numbers(ordinary.Step(real)), EveryGan.Numbers(replayed.Step(real)), 1e-2);
        }

        Assert.Equal(1, RecordingsOf(replayed));
    }

    /// <summary>Relative to each number, and to 1 where it is smaller; NaN is what is not measured at a step.</summary>
    private static void AssertClose(float[] expected, float[] found, double tolerance) =>
        Assert.All(
            expected.Zip(found),
            pair =>
                Assert.True(
                    (float.IsNaN(pair.First) && float.IsNaN(pair.Second))
                        || Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.First)),
                    $"{pair.First} and {pair.Second} differ by more than {tolerance}."
                )
        );

    /// <summary>Weights, averages, optimisers, running statistics and what else a checkpoint keeps.</summary>
    private byte[] TensorsOf(string checkpoint) =>
        File.ReadAllBytes(Path.Combine(folder[checkpoint], "tensors.safetensors"));

    private static IGan OnGpu(Type type, GanCudaGraph graph) =>
        EveryGan.Create(type, Batch, Steps, ("Device", GanDevice.Cuda), ("CudaGraph", graph));

    private static List<float> Losses(AlternatingNonSaturatingGan gan, Dataset data, int steps) =>
        [.. gan.Train(data, epochs: 1000).Take(steps).Select(step => step.DiscriminatorLoss)];

    private static AlternatingNonSaturatingGan.Options Plain(GanCudaGraph graph) =>
        new()
        {
            Device = GanDevice.Cuda,
            CudaGraph = graph,
            BatchSize = 20,
            Epochs = 1000,
        };

    private static ReadingGan.Options Reading(GanCudaGraph graph) =>
        new()
        {
            Device = GanDevice.Cuda,
            CudaGraph = graph,
            BatchSize = 20,
            Epochs = 1000,
        };

    private static DropoutGan.Options Dropping(GanCudaGraph graph) =>
        new()
        {
            Device = GanDevice.Cuda,
            CudaGraph = graph,
            BatchSize = 16,
        };

    private static ConvolutionGan.Options Images(GanCudaGraph graph) =>
        new()
        {
            Device = GanDevice.Cuda,
            CudaGraph = graph,
            BatchSize = 8,
        };

    private static int RecordingsOf(IGan gan) =>
        (
            (StepGraph)
                gan.GetType()
                    .GetField(
                        "graph",
                        System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic
                    )!
                    .GetValue(gan)!
        ).Recordings;

    /// <summary>Values that are the same on every machine.</summary>
    private static Tensor Wave(params long[] shape) =>
        arange(0, shape.Aggregate(1L, (product, size) => product * size), ScalarType.Float32).sin().reshape(shape);

    /// <summary>Takes all memory of the GPU but some that libtorch has already, which ordinary steps can go on with.</summary>
    private static List<Tensor> Fill()
    {
        const int spared = 8;
        var blocks = new List<Tensor>();
        foreach (var size in new[] { 1L << 30, 1L << 26, 1L << 20 })
        {
            try
            {
                while (true)
                {
                    blocks.Add(empty(size, ScalarType.Byte, CUDA));
                }
            }
            catch (System.Runtime.InteropServices.ExternalException)
            {
                // Goes on with smaller ones.
            }
        }

        blocks[^spared..].ForEach(block => block.Dispose());
        return blocks[..^spared];
    }
}
