using ConditionalDigits;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Examples.Tests;

/// <summary>Training teaches: a classifier that no GAN has trained recognises what a conditional GAN draws as what it was asked for.</summary>
public sealed class LearningTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private const int Classes = 10;
    private const int Examples = 1500;

    private readonly int threads = get_num_threads();

    public void Dispose() => set_num_threads(threads);

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 400)]
    [InlineData(3, 400)]
    public void Digits_are_drawn_as_they_are_asked_for(int seed, int steps)
    {
        // The order of additions, and so every bit, depends on it.
        set_num_threads(1);
        using var data = SyntheticDigits.Labeled(Examples, seed: 11);
        using var judge = DigitClassifier.Train(data, seed: 5);
        using var unseen = SyntheticDigits.Labeled(500, seed: 12);
        var known = judge.Share(unseen.Read([.. Enumerable.Range(0, 500)]), unseen.Labels);

        using var gan = new ConditionalDigitGan(
            new()
            {
                Seed = seed,
                Epochs = 100,
                Steps = steps,
            }
        );
        var clock = System.Diagnostics.Stopwatch.StartNew();
        double Drawn()
        {
            using var labels = ConditionalDigitGan.Labels.EachClass(50);
            using var images = gan.Sample(labels);
            int[] asked = [.. labels.Tensor.data<long>().Select(label => (int)label)];
            return judge.Share(images.Tensor, asked);
        }
        var before = Drawn();
        foreach (var step in gan.Train(data))
        {
            if (step.Number % 50 == 0)
                output.WriteLine($"{step.Number} {Drawn()} {clock.Elapsed.TotalSeconds}");
        }
        output.WriteLine($"known {known} before {before}");
    }
}
