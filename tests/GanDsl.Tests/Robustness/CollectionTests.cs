using System.Diagnostics;
using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>
/// Training while another thread does nothing but collect garbage, which frees whatever is not kept until libtorch has read it: two equal
/// GANs stay equal.
/// </summary>
public sealed class CollectionTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    [Fact]
    public void Blocks_and_normalisations_train() =>
        ChildProcess.Run(static () =>
        {
            using var images = rand(4, 2, 4, 4);
            Train(
                () => new StructureGan(new() { Seed = 3 }),
                gan => gan.Train(_ => images.alias(), steps: int.MaxValue).Select(NumbersOf)
            );

            static float[] NumbersOf(StructureGan.TrainingStep step) =>
                [step.DiscriminatorLoss, step.GeneratorLoss, step.RealScore, step.FakeScore];
        });

    [Fact]
    public void Penalties_train() =>
        ChildProcess.Run(static () =>
        {
            using var points = rand(8, 2);
            Train(
                () => new SimultaneousPenaltyGan(new() { BatchSize = 8, Seed = 3 }),
                gan => gan.Train(_ => points.alias(), steps: int.MaxValue).Select(NumbersOf)
            );

            static float[] NumbersOf(SimultaneousPenaltyGan.TrainingStep step) =>
                [step.DiscriminatorLoss, step.GeneratorLoss, step.GradientPenalty, step.R1Penalty, step.R2Penalty];
        });

    /// <summary>Trains two equal GANs in turns beside a thread that collects.</summary>
    private static void Train<TGan>(Func<TGan> create, Func<TGan, IEnumerable<float[]>> steps)
        where TGan : IDisposable
    {
        set_num_threads(1);
        using var other = create();
        using var expected = steps(other).GetEnumerator();
        using var gan = create();
        using var found = steps(gan).GetEnumerator();

        // The first step takes long, as all that it calls is compiled.
        Assert.Equal(Next(expected), Next(found));
        using var storm = new Storm();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Duration; )
        {
            Assert.Equal(Next(expected), Next(found));
        }
    }

    private static float[] Next(IEnumerator<float[]> steps)
    {
        Assert.True(steps.MoveNext());
        return steps.Current;
    }

    /// <summary>
    /// A thread that collects garbage until it is disposed: in bursts, since collections without a pause can keep another thread from ever
    /// allocating.
    /// </summary>
    private sealed class Storm : IDisposable
    {
        private const int CollectionsOfABurst = 16;

        private readonly Thread thread;
        private volatile bool isOver;

        public Storm()
        {
            thread = new Thread(Collect);
            thread.Start();
        }

        public void Dispose()
        {
            isOver = true;
            thread.Join();
        }

        private void Collect()
        {
            while (!isOver)
            {
                for (var collection = 0; collection < CollectionsOfABurst; collection++)
                {
                    GC.Collect(0);
                }

                Thread.Sleep(1);
            }
        }
    }
}
