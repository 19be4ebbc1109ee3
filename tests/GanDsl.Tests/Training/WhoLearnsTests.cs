using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Each player learns from its own loss only and only in its own turn.</summary>
public sealed class WhoLearnsTests
{
    /// <summary>So small that adding a step of it to a parameter does not change the parameter.</summary>
    private const double Frozen = 1e-100;

    public static TheoryData<Type> Models =>
        new(
            typeof(AlternatingNonSaturatingGan),
            typeof(AlternatingNonSaturatingBatchNormGan),
            typeof(AlternatingSaturatingGan),
            typeof(AlternatingSaturatingBatchNormGan),
            typeof(AlternatingSharedFakesNonSaturatingGan),
            typeof(AlternatingSharedFakesNonSaturatingBatchNormGan),
            typeof(AlternatingSharedFakesSaturatingGan),
            typeof(AlternatingSharedFakesSaturatingBatchNormGan),
            typeof(SimultaneousNonSaturatingGan),
            typeof(SimultaneousNonSaturatingBatchNormGan),
            typeof(SimultaneousSaturatingGan),
            typeof(SimultaneousSaturatingBatchNormGan)
        );

    // D's optimiser cannot move anything here, so whatever moves was moved by G's.
    [Theory]
    [MemberData(nameof(Models))]
    public void What_generator_steps_move_is_the_generator(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model, ("DiscriminatorLearningRate", Frozen), ("GeneratorLearningRate", 0.1));
        var (generator, discriminator) = (Weights.Parameters(gan.G), Weights.Parameters(gan.D));

        gan.Step(randn(6, 2), randn(6, 3));

        Assert.Equal(discriminator, Weights.Parameters(gan.D));
        Assert.NotEqual(generator, Weights.Parameters(gan.G));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_discriminator_steps_move_is_the_discriminator(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model, ("DiscriminatorLearningRate", 0.1), ("GeneratorLearningRate", Frozen));
        var (generator, discriminator) = (Weights.Parameters(gan.G), Weights.Parameters(gan.D));

        gan.Step(randn(6, 2), randn(6, 3));

        Assert.Equal(generator, Weights.Parameters(gan.G));
        Assert.NotEqual(discriminator, Weights.Parameters(gan.D));
    }

    // Both players stand still, so the gradients that a step leaves behind can be computed again from outside.
    [Theory]
    [MemberData(nameof(Models))]
    public void Each_gradient_is_that_of_the_players_own_loss(Type model)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(
            model,
            ("DiscriminatorLearningRate", Frozen),
            ("GeneratorLearningRate", Frozen)
        );
        manual_seed(8);
        var (real, latents) = (randn(6, 2), randn(6, 3));

        gan.Step(real, latents);
        gan.Step(real, latents);

        var realScores = gan.D.call(real).sigmoid();
        var fakeScores = gan.D.call(gan.G.call(latents)).sigmoid();
        var discriminatorLoss = -realScores.log().mean() - (1 - fakeScores).log().mean();
        var generatorLoss = model.Name.Contains("NonSaturating", StringComparison.Ordinal)
            ? -fakeScores.log().mean()
            : (1 - fakeScores).log().mean();
        AssertGradients(discriminatorLoss, gan.D);
        AssertGradients(generatorLoss, gan.G);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void After_a_step_every_parameter_takes_gradients_again(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model);

        gan.Step(randn(6, 2), randn(6, 3));

        Assert.All(gan.G.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.All(gan.D.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.True(is_grad_enabled());
    }

    private static void AssertGradients(Tensor loss, nn.Module network)
    {
        using var scope = NewDisposeScope();
        var expected = autograd.grad([loss], [.. network.parameters()], retain_graph: true);
        Values.AssertRelative([.. expected.SelectMany(Values.Of)], Weights.Gradients(network), 1e-12, "The gradients");
    }
}
