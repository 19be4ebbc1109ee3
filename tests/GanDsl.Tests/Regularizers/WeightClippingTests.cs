using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Regularizers;

/// <summary>Clipped weights: every parameter of D in [-0.05, 0.05] after each of its steps, and none of G.</summary>
public sealed class WeightClippingTests
{
    [Fact]
    public void Clips_what_the_step_made_of_the_parameters_of_D()
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = new ClippedGan(new() { Seed = 2 });
        manual_seed(3);
        var (real, latents) = (randn(6, 2) + 1, randn(6, 3));
        var parameters = gan.D.parameters().ToArray();
        var loss = gan.D.call(gan.G.call(latents).detach()).mean() - gan.D.call(real).mean();
        var gradients = autograd.grad([loss], parameters);
        double[] stepped = [.. parameters.Zip(gradients, (one, other) => one - (0.5 * other)).SelectMany(Values.Of)];
        Assert.Contains(stepped, value => Math.Abs(value) > 0.05);
        Assert.Contains(stepped, value => Math.Abs(value) < 0.05);

        gan.Step(new(real.alias()), new(latents.alias()));

        var expected = stepped.Select(value => Math.Clamp(value, -0.05, 0.05)).ToArray();
        Values.AssertRelative(expected, Weights.Parameters(gan.D), 1e-12, "D");
        Assert.Contains(Weights.Parameters(gan.G), value => Math.Abs(value) > 0.05);
        Assert.All(gan.D.parameters(), parameter => Assert.True(parameter.requires_grad));
    }
}
