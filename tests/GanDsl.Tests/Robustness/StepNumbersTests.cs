using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>The numbers of a step can be read by any thread at any time: what a progress display does.</summary>
public sealed class StepNumbersTests
{
    private const int Steps = 1000;
    private const int Recent = 100;

    [Fact]
    public void Are_the_same_for_threads_that_read_them_while_training_goes_on_and_after_the_GAN_is_gone() =>
        ChildProcess.Run(static () =>
        {
            float[][] expected = [.. Train(_ => { }).Select(NumbersOf)];

            var steps = new DropoutGan.TrainingStep?[Steps];
            var displays = Enumerable.Range(0, 2).Select(_ => new Display(steps)).ToList();
            Train(step => Volatile.Write(ref steps[step.Number - 1], step));

            foreach (var display in displays)
            {
                var read = display.Stop();
                Assert.True(read.Count >= Recent);
                Assert.All(read, pair => Assert.Equal(expected[pair.Key], pair.Value));
            }

            Assert.Equal(expected, steps.Select(step => NumbersOf(step!)));
        });

    [Fact]
    public void Are_right_however_hard_other_threads_read_the_log() =>
        ChildProcess.Run(static () =>
        {
            const int steps = 50_000;
            using var numbers = arange(steps, float32);
            using var log = new StepLog(measurements: 2, CPU);
            var progress = new TrainingProgress();
            StepMeasurements? newest = null;
            var wrong = 0;
            var readers = Enumerable.Range(0, 3).Select(_ => new Thread(Read)).ToList();
            readers.ForEach(reader => reader.Start());

            for (var step = 0; step < steps; step++)
            {
                using var scope = NewDisposeScope();
                var number = numbers.select(0, step);
                Volatile.Write(ref newest, log.Add(progress, stack([number, number.negative()])));
            }

            readers.ForEach(reader => reader.Join());
            Assert.Equal(0, wrong);

            void Read()
            {
                for (var last = 0L; last < steps; )
                {
                    if (Volatile.Read(ref newest) is { } step && step.Number > last)
                    {
                        last = step.Number;
                        if ((step.Read(0), step.Read(1)) != (last - 1, 1 - last))
                        {
                            Interlocked.Increment(ref wrong);
                        }
                    }
                }
            }
        });

    /// <summary>Trains a GAN, always the same way, and disposes it.</summary>
    private static List<DropoutGan.TrainingStep> Train(Action<DropoutGan.TrainingStep> onStep)
    {
        using var gan = new DropoutGan(new() { BatchSize = 2, Seed = 5 });
        var steps = new List<DropoutGan.TrainingStep>();
        foreach (var step in gan.Train(rows => randn(rows, 2), Steps))
        {
            onStep(step);
            steps.Add(step);
        }

        return steps;
    }

    private static float[] NumbersOf(DropoutGan.TrainingStep step) =>
        [step.DiscriminatorLoss, step.GeneratorLoss, step.RealScore, step.FakeScore, step.TotalLoss, step.Value];

    /// <summary>A thread that reads the numbers of the last steps whenever there are new ones.</summary>
    private sealed class Display
    {
        private readonly DropoutGan.TrainingStep?[] steps;
        private readonly Dictionary<int, float[]> read = [];
        private readonly Thread thread;
        private bool stopped;

        public Display(DropoutGan.TrainingStep?[] steps)
        {
            this.steps = steps;
            thread = new Thread(Run) { IsBackground = true };
            thread.Start();
        }

        /// <summary>What it read of which step, the last ones after the GAN was disposed.</summary>
        public Dictionary<int, float[]> Stop()
        {
            Volatile.Write(ref stopped, true);
            thread.Join();
            return read;
        }

        private void Run()
        {
            for (var last = false; !last; )
            {
                last = Volatile.Read(ref stopped);
                var trained = Array.FindLastIndex(steps, step => step is not null);
                for (var i = Math.Max(0, trained - Recent + 1); i <= trained; i++)
                {
                    if (!read.ContainsKey(i))
                    {
                        read[i] = NumbersOf(steps[i]!);
                    }
                }

                Thread.Sleep(1);
            }
        }
    }
}
