using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Gradients above a norm are scaled down to it, those below stay as they are.</summary>
public sealed class GradientClippingTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1000)]
    [InlineData(1e-3)]
    public void The_norm_is_that_of_all_parameters_together(double norm)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 2, hasBias: false), nn.Linear(2, 1));
        network.call(randn(5, 3)).square().sum().backward();
        var before = Weights.Gradients(network);
        var length = Math.Sqrt(before.Sum(value => value * value));

        GradientClipping.Apply(network, norm);

        var factor = Math.Min(1, norm / (length + 1e-6));
        Values.AssertRelative([.. before.Select(value => value * factor)], Weights.Gradients(network), 1e-12);
    }

    [Fact]
    public void Parameters_without_a_gradient_are_left_aside()
    {
        using var network = nn.Linear(3, 4);
        GradientClipping.Apply(network, 1);
        Assert.Null(network.weight!.grad);
    }

    [Theory]
    [InlineData(typeof(AlternatingScheduledGan))]
    [InlineData(typeof(AlternatingSharedFakesScheduledGan))]
    [InlineData(typeof(SimultaneousScheduledGan))]
    public void Both_players_of_every_rule_move_no_further(Type model)
    {
        // Plain gradient descent: a step is as long as learning rate times norm of the gradient.
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model);
        var (g, d) = (Weights.Parameters(gan.G), Weights.Parameters(gan.D));
        var real = randn(6, 2) * 30;

        gan.Step(real);

        Assert.Equal(0.5 * 0.25 * 0.05, Distance(g, Weights.Parameters(gan.G)), 1e-6);
        Assert.Equal(0.5 * 0.02, Distance(d, Weights.Parameters(gan.D)), 1e-6);
    }

    private static double Distance(double[] one, double[] other) =>
        Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
