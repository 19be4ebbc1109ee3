using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Losses;

/// <summary>A GAN learns from a loss of the user's own as it does from a named one.</summary>
public sealed class OwnLossTests
{
    private const int Rows = 7;

    /// <summary>GANs with a loss of their own, those with the same loss by its name, and k.</summary>
    public static TheoryData<Type, Type, int> Cases =>
        new()
        {
            { typeof(AlternatingOwnHingeGan), typeof(AlternatingHingeGan), 1 },
            { typeof(AlternatingOwnHingeGan), typeof(AlternatingHingeGan), 3 },
            { typeof(AlternatingOwnHingeBatchNormGan), typeof(AlternatingHingeBatchNormGan), 3 },
            { typeof(AlternatingSharedFakesOwnHingeGan), typeof(AlternatingSharedFakesHingeGan), 3 },
            { typeof(SimultaneousOwnHingeGan), typeof(SimultaneousHingeGan), 1 },
            { typeof(AlternatingOwnRelativisticGan), typeof(AlternatingRelativisticAverageGan), 3 },
            {
                typeof(AlternatingSharedFakesOwnRelativisticGan),
                typeof(AlternatingSharedFakesRelativisticAverageGan),
                3
            },
            { typeof(SimultaneousOwnRelativisticGan), typeof(SimultaneousRelativisticAverageGan), 1 },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_are_those_of_the_same_loss_by_its_name(Type own, Type named, int discriminatorSteps)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        (string, object)[] options =
            discriminatorSteps == 1 ? [("Seed", 3)] : [("Seed", 3), ("DiscriminatorSteps", discriminatorSteps)];
        using var gan = new GanUnderTest(own, options);
        using var expected = new GanUnderTest(named, options);
        manual_seed(5);
        for (var step = 0; step < 4; step++)
        {
            var real = randn(discriminatorSteps * Rows, 2) + 1;
            var latents = randn(Rows, 3);
            var (found, wanted) = (gan.Step(real, latents), expected.Step(real, latents));

            Assert.Equal(wanted.DiscriminatorLoss, found.DiscriminatorLoss, 1e-6);
            Assert.Equal(wanted.GeneratorLoss, found.GeneratorLoss, 1e-6);
            Assert.Equal(wanted.RealScore, found.RealScore, 1e-6);
            Assert.Equal(wanted.FakeScore, found.FakeScore, 1e-6);
            Weights.AssertEqual(expected.D, gan.D, 1e-11);
            Weights.AssertEqual(expected.G, gan.G, 1e-11);
        }
    }

    [Fact]
    public void Its_functions_can_be_called_by_themselves()
    {
        using var scope = NewDisposeScope();
        var real = tensor(new[] { 0.5f, 2 }).reshape(2, 1);
        var fake = tensor(new[] { -0.5f, -3 }).reshape(2, 1);

        // max(0, 1 - 0.5) and max(0, 1 - 2), their mean; max(0, 1 - 0.5) and max(0, 1 - 3), their mean.
        Assert.Equal(0.5f, AlternatingOwnHingeGan.Losses.Discriminator(real, fake).item<float>());
        Assert.Equal(1.75f, AlternatingOwnHingeGan.Losses.Generator(fake).item<float>());
    }

    [Fact]
    public void One_number_is_needed()
    {
        using var scope = NewDisposeScope();
        var logits = zeros(3, 1);

        var several = Assert.Throws<GanException>(() => OwnLosses.Checked(logits.relu(), logits, "Mine.Generator"));
        Assert.Equal(
            "Mine.Generator answered a tensor of shape [3, 1], but a loss is one number; take its mean, such as loss.mean().",
            several.Message
        );
        var disposed = logits.mean();
        disposed.Dispose();
        Assert.Contains(
            "answered a tensor that is disposed; where it opens a dispose scope, return loss.MoveToOuterDisposeScope()",
            Assert.Throws<GanException>(() => OwnLosses.Checked(disposed, logits, "Mine.Generator")).Message
        );
        var gone = logits.clone();
        gone.Dispose();
        Assert.Contains(
            "disposed the logits that it was given",
            Assert.Throws<GanException>(() => OwnLosses.Checked(logits.mean(), gone, "Mine.Generator")).Message
        );
        var none = Assert.Throws<GanException>(() => OwnLosses.Checked(null, logits, "Mine.Generator"));
        Assert.Equal("Mine.Generator answered null, but a loss is one number; return a tensor.", none.Message);
    }

    [Fact]
    public void Its_gradient_is_needed_where_something_is_learned()
    {
        using var scope = NewDisposeScope();
        var logits = zeros(3, 1).requires_grad_();
        var constant = logits.detach().mean();

        var failure = Assert.Throws<GanException>(() => OwnLosses.Checked(constant, logits, "Mine.Discriminator"));
        Assert.StartsWith("Mine.Discriminator answered a number without a gradient", failure.Message);
        Assert.Same(constant, OwnLosses.Checked(constant, logits.detach(), "Mine.Discriminator"));
        using var noGradients = no_grad();
        Assert.Same(constant, OwnLosses.Checked(constant, logits, "Mine.Discriminator"));
    }
}
