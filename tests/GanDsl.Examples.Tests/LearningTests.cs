using ConditionalDigits;
using GanDsl.Examples.Tests.Infrastructure;
using static TorchSharp.torch;

namespace GanDsl.Examples.Tests;

/// <summary>Training teaches: a classifier that knows real digits only recognises what a conditional GAN draws as what it was asked for.</summary>
public sealed class LearningTests : IDisposable
{
    private const int Examples = 1500;
    private const int Unseen = 500;
    private const int JudgedPerClass = 50;

    private readonly int threads = get_num_threads();

    public void Dispose() => set_num_threads(threads);

    [Fact]
    public void Digits_are_drawn_as_they_are_asked_for()
    {
        // The order of additions, and with it every bit, depends on the number of threads.
        set_num_threads(1);
        using var data = SyntheticDigits.Labeled(Examples, seed: 11);
        using var judge = DigitClassifier.Train(data, seed: 5);
        using var unseen = SyntheticDigits.Labeled(Unseen, seed: 12);
        using var images = unseen.Read([.. Enumerable.Range(0, Unseen)]);
        using var gan = new ConditionalDigitGan(
            new()
            {
                Seed = 1,
                Epochs = 11,
                Steps = 500,
                GeneratorLearningRate = 5e-4,
                DiscriminatorLearningRate = 5e-4,
            }
        );
        var untrained = ShareDrawnAsAsked(gan, judge);

        gan.Train(data).Count();

        // Measured: 0.96 of real digits; of generated ones after 500 steps with the seeds 1, 2 and 3: 0.70, 0.62 and 0.71, and nowhere
        // after step 300 less than 0.33, where chance and the untrained generator give 0.10.
        Assert.InRange(judge.Share(images, unseen.Labels), 0.9, 1);
        Assert.InRange(untrained, 0, 0.2);
        Assert.InRange(ShareDrawnAsAsked(gan, judge), 0.3, 1);
    }

    private static double ShareDrawnAsAsked(ConditionalDigitGan gan, DigitClassifier judge)
    {
        using var labels = ConditionalDigitGan.Labels.EachClass(JudgedPerClass);
        using var drawn = gan.Sample(labels);
        int[] asked = [.. labels.Tensor.data<long>().Select(label => (int)label)];
        return judge.Share(drawn.Tensor, asked);
    }
}
