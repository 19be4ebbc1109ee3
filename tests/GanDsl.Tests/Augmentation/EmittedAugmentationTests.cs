using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>Both players see changed images, and a probability that adapts does so with each step of D.</summary>
public sealed class EmittedAugmentationTests
{
    private const DiffAugmentations All =
        DiffAugmentations.Color | DiffAugmentations.Translation | DiffAugmentations.Cutout;

    [Fact]
    public void A_step_is_that_of_a_loop_by_hand()
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = new DiffAugmentedGan(new() { Seed = 4 });
        using var byHand = new DiffAugmentedGan(new() { Seed = 4 });
        var (g, d) = (byHand.G, byHand.D);
        var real = rand(5, 3, 8, 8);
        var latents = randn(5, 3);

        gan.Step(new(real.alias()), new(latents.alias()));

        using (SeededRandomness.OfStep(4, 0, CPU))
        {
            var fakes = g.call(latents).detach();
            var loss =
                nn.functional.softplus(-d.call(DiffAugment.Apply(real, All))).mean()
                + nn.functional.softplus(d.call(DiffAugment.Apply(fakes, All))).mean();
            Descend(d, loss);
            Descend(g, nn.functional.softplus(-d.call(DiffAugment.Apply(g.call(latents), All))).mean());
        }

        Weights.AssertEqual(d, gan.D, 1e-12);
        Weights.AssertEqual(g, gan.G, 1e-12);
    }

    [Theory]
    [InlineData(5, 0.4)]
    [InlineData(-5, 0)]
    public void The_probability_grows_while_D_is_surer_than_the_target(double bias, double growth)
    {
        using var scope = NewDisposeScope();
        using var gan = new SimultaneousAdaptiveGan();
        using (no_grad())
        {
            gan.D.parameters().Last().fill_(bias);
        }

        for (var step = 1; step <= 12; step++)
        {
            var measured = gan.Step(new(rand(10, 3, 8, 8)));

            // Every four steps by 40 images at a speed of 100, where the mean sign of their logits is above the target of -1.
            Assert.Equal(Math.Min(1, step / 4 * growth), measured.AugmentationProbability, 1e-6);
        }
    }

    [Theory]
    [InlineData(typeof(AlternatingAdaptiveGan))]
    [InlineData(typeof(SharedFakesAugmentedGan))]
    public void Penalties_are_taken_through_the_change(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = (IGan)Activator.CreateInstance(model, [null])!;
        for (var step = 0; step < 9; step++)
        {
            using var real = new Minibatch(rand(6, 3, 8, 8));
            Assert.All(gan.Step(real).Measurements, each => Assert.True(float.IsFinite(each.Value), each.Name));
        }
    }

    private static void Descend(nn.Module network, Tensor loss)
    {
        Tensor[] parameters = [.. network.parameters()];
        var gradients = autograd.grad([loss], parameters);
        using var noGradients = no_grad();
        foreach (var (parameter, gradient) in parameters.Zip(gradients))
        {
            parameter.sub_(gradient * 0.5);
        }
    }
}
