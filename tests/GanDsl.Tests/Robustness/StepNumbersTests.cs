using System.Collections.Concurrent;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>The numbers of a step can be read by any thread at any time: what a progress display does.</summary>
public sealed class StepNumbersTests
{
    [Fact]
    public void Are_read_by_other_threads_while_training_goes_on_and_after_the_GAN_is_gone() =>
        ChildProcess.Run(static () =>
        {
            const int steps = 4000;
            var recent = new DropoutGan.TrainingStep?[100];
            var read = new ConcurrentDictionary<long, float[]>();
            var trained = false;
            var readers = Enumerable.Range(0, 2).Select(_ => new Thread(ReadAll) { IsBackground = true }).ToList();
            readers.ForEach(reader => reader.Start());

            using (var gan = new DropoutGan(new() { BatchSize = 2 }))
            {
                var count = 0;
                foreach (var step in gan.Train(rows => randn(rows, 2), steps))
                {
                    Volatile.Write(ref recent[count++ % recent.Length], step);
                }
            }

            Volatile.Write(ref trained, true);
            readers.ForEach(reader => reader.Join());
            Assert.All(recent, step => Assert.Equal(NumbersOf(step!), read[step!.Number]));
            Assert.InRange(read.Count, recent.Length, steps);

            void ReadAll()
            {
                for (var last = false; !last; )
                {
                    // Once more after the GAN is disposed.
                    last = Volatile.Read(ref trained);
                    for (var i = 0; i < recent.Length; i++)
                    {
                        if (Volatile.Read(ref recent[i]) is { } step)
                        {
                            // Whoever reads a number, and whenever, reads the same.
                            var numbers = NumbersOf(step);
                            Assert.Equal(read.GetOrAdd(step.Number, numbers), numbers);
                        }
                    }
                }
            }
        });

    private static float[] NumbersOf(DropoutGan.TrainingStep step) =>
        [step.DiscriminatorLoss, step.GeneratorLoss, step.RealScore, step.FakeScore, step.TotalLoss, step.Value];
}
