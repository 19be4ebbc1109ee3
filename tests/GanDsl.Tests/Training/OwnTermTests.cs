using TorchSharp;
using static TorchSharp.torch;
using Gan = GanDsl.Tests.Models.AlternatingNonSaturatingGan;

namespace GanDsl.Tests.Training;

/// <summary>Steps of the user's own between those of <c>Train</c>, as docs/guide/training.md shows them.</summary>
public sealed class OwnTermTests
{
    [Fact]
    public void A_term_of_your_own_moves_G_between_training_steps_and_D_not()
    {
        using var data = new TensorDataset(randn(64, 2));
        double Term(Gan gan)
        {
            using var latents = gan.DrawLatents(256);
            using var fakes = gan.Sample(latents);
            return FarFromTen(fakes.Tensor).ToDouble();
        }

        using var gan = new Gan(new() { BatchSize = 8, GeneratorLearningRate = 0.01 });
        var before = Term(gan);
        foreach (var step in gan.Train(data, epochs: 20))
        {
            using var scope = NewDisposeScope();
            var discriminator = Weights.Parameters(gan.D);
            using var latents = gan.DrawLatents(64);
            gan.GeneratorOptimizer.ZeroGrad();
            FarFromTen(gan.G.call(latents.Tensor)).backward();
            gan.GeneratorOptimizer.Step();
            Assert.Equal(discriminator, Weights.Parameters(gan.D));
        }

        Assert.InRange(Term(gan), 0, before / 4);
        Assert.Equal(160, gan.StepCount);
    }

    private static Tensor FarFromTen(Tensor points) => (points - tensor(10f)).pow(2).mean();
}
