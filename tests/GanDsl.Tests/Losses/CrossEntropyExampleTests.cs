using static TorchSharp.torch;
using Loss = GanDsl.Tests.Models.AlternatingNonSaturatingGan.Losses;

namespace GanDsl.Tests.Losses;

/// <summary>
/// A worked example of cross-entropy: four predictions, each with the probability that it gives to the true class. The sum of
/// -log2 of these is what the predictions cost in bits.
/// </summary>
public sealed class CrossEntropyExampleTests
{
    [Theory]
    [InlineData(new[] { 0.4, 0.4, 0.5, 0.1 }, 6.966)]
    [InlineData(new[] { 0.7, 0.8, 0.9, 0.3 }, 2.725)]
    public void All_four_of_the_class_real(double[] probabilities, double bits)
    {
        using var scope = NewDisposeScope();

        var mean = Values.Single(Loss.Generator(Logits(probabilities)));

        Assert.Equal(bits, Math.Round(mean * 4 / Math.Log(2), 3));
    }

    // For a fake the true class is 0, to which D gives 1 - D(x): the logit changes its sign.
    [Theory]
    [InlineData(new[] { 0.4, 0.4, 0.5, 0.1 }, 6.966)]
    [InlineData(new[] { 0.7, 0.8, 0.9, 0.3 }, 2.725)]
    public void Two_of_the_class_real_and_two_of_the_class_fake(double[] probabilities, double bits)
    {
        using var scope = NewDisposeScope();
        var real = Logits(probabilities[..2]);
        var fake = -Logits(probabilities[2..]);

        var loss = Values.Single(Loss.Discriminator(real, fake));
        var value = Values.Single(Loss.Value(real, fake));

        Assert.Equal(bits, Math.Round(loss * 2 / Math.Log(2), 3));
        Assert.Equal(-bits, Math.Round(value * 2 / Math.Log(2), 3));
    }

    private static Tensor Logits(double[] probabilities) =>
        Values.Vector([.. probabilities.Select(p => Math.Log(p / (1 - p)))]);
}
