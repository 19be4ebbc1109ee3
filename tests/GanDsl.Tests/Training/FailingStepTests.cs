using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>A step that fails half-way leaves everything but the parameters that it moved as it found it.</summary>
public sealed class FailingStepTests
{
    public static TheoryData<Type> Alternating =>
        new(
            typeof(AlternatingNonSaturatingGan),
            typeof(AlternatingNonSaturatingBatchNormGan),
            typeof(AlternatingSharedFakesSaturatingGan)
        );

    [Theory]
    [MemberData(nameof(Alternating))]
    public void Failing_while_the_discriminator_is_frozen_thaws_it(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model);
        gan.Step(randn(4, 2));
        var fails = true;
        gan.D.register_forward_pre_hook(
            (module, input) => fails && !module.parameters().First().requires_grad ? throw new Failure() : input
        );

        AssertFailsCleanly(gan);

        Assert.All(gan.D.parameters(), parameter => Assert.True(parameter.requires_grad));
        fails = false;
        gan.Step(randn(4, 2));
    }

    [Theory]
    [MemberData(nameof(Alternating))]
    public void Failing_while_no_graph_is_kept_switches_gradients_on_again(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model, ("DiscriminatorSteps", 2));
        gan.Step(randn(4, 2));
        var fails = true;
        gan.G.register_forward_pre_hook((_, input) => fails && !is_grad_enabled() ? throw new Failure() : input);

        AssertFailsCleanly(gan);

        fails = false;
        gan.Step(randn(4, 2));
    }

    [Fact]
    public void Failing_as_a_network_is_gone_leaves_a_GAN_that_can_be_disposed()
    {
        var gan = new AlternatingNonSaturatingGan();
        gan.G.Dispose();

        Assert.ThrowsAny<Exception>(() => gan.Step(new(zeros(4, 2))));

        gan.Dispose();
    }

    [Fact]
    public void Failing_while_both_learn_leaves_nothing_behind()
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(typeof(SimultaneousNonSaturatingGan));
        gan.D.register_forward_hook((_, _, _) => throw new Failure());

        AssertFailsCleanly(gan);
    }

    [Fact]
    public void Failing_while_sampling_switches_back_to_training()
    {
        using var gan = new AlternatingNonSaturatingBatchNormGan();
        gan.G.register_forward_hook((_, _, _) => throw new Failure());
        var live = Live.Count;

        Assert.Throws<Failure>(() => gan.Sample(3));

        Assert.True(gan.G.training);
        Assert.True(is_grad_enabled());
        Assert.Equal(live, Live.Count);
    }

    private static void AssertFailsCleanly(GanUnderTest gan)
    {
        var real = randn(4, 2);
        var outer = CurrentDisposeScope;
        var live = Live.Count;

        Assert.Throws<Failure>(() => gan.Step(real));

        Assert.True(is_grad_enabled());
        Assert.Same(outer, CurrentDisposeScope);
        Assert.Equal(live, Live.Count);
    }

    private sealed class Failure : Exception;
}
