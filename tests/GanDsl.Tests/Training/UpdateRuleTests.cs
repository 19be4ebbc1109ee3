using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Every update rule does what a loop written by hand does: parameters, running statistics and reported numbers.</summary>
public sealed class UpdateRuleTests
{
    private const int Rows = 7;

    /// <summary>Equal up to the order of float64 roundings, which four steps carry to some 1e-14.</summary>
    private const double Float64 = 1e-11;

    /// <summary>The reported numbers are float32.</summary>
    private const double Float32 = 5e-7;

    /// <summary>Every update rule with every loss, and with one minibatch for the discriminator or several.</summary>
    public static TheoryData<Type, int> Cases
    {
        get
        {
            var cases = new TheoryData<Type, int>();
            foreach (var model in ModelCatalog.UpdatesAndLosses)
            {
                cases.Add(model, 1);
                if (!model.Name.StartsWith("Simultaneous", StringComparison.Ordinal))
                {
                    cases.Add(model, 3);
                }
            }

            return cases;
        }
    }

    [Fact]
    public void Every_loss_has_a_GAN_for_every_update_rule_and_one_with_BatchNorm() =>
        Assert.Empty(
            Enum.GetNames<GanLoss>()
                .SelectMany(loss =>
                    Enum.GetNames<GanUpdate>()
                        .Select(update => update + loss + "Gan")
                        .Append(GanUpdate.Alternating + loss + "BatchNormGan")
                )
                .Except(ModelCatalog.UpdatesAndLosses.Select(model => model.Name))
        );

    [Fact]
    public void Every_loss_is_written_by_hand() =>
        Assert.All(Enum.GetValues<GanLoss>(), loss => Assert.NotNull(HandWrittenLoss.Named(loss)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_on_given_latents_does_what_a_loop_written_by_hand_does(Type model, int discriminatorSteps)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = Create(model, discriminatorSteps);
        using var byHand = HandWritten(gan, model);
        manual_seed(5);

        for (var step = 0; step < 4; step++)
        {
            var real = randn(discriminatorSteps * Rows, 2) + 1;
            var latents = randn(Rows, 3);
            var found = gan.Step(real, latents);
            var expected = Step(byHand, model, real, discriminatorSteps, () => latents);

            AssertEqual(expected, found);
            Weights.AssertEqual(byHand.D, gan.D, Float64);
            Weights.AssertEqual(byHand.G, gan.G, Float64);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Without_given_latents_each_draw_is_a_fresh_one(Type model, int discriminatorSteps)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = Create(model, discriminatorSteps);
        using var byHand = HandWritten(gan, model);
        using var source = new LatentSource(3, LatentDistribution.Normal, seed: 3, sequence: 0, CPU);
        manual_seed(6);

        for (var step = 0; step < 2; step++)
        {
            var real = randn(discriminatorSteps * Rows, 2) + 1;
            var found = gan.Step(real);
            var expected = Step(byHand, model, real, discriminatorSteps, () => source.Draw(Rows));

            AssertEqual(expected, found);
            Weights.AssertEqual(byHand.D, gan.D, Float64);
            Weights.AssertEqual(byHand.G, gan.G, Float64);
        }
    }

    private static GanUnderTest Create(Type model, int discriminatorSteps) =>
        model.Name.StartsWith("Simultaneous", StringComparison.Ordinal)
            ? new(model, ("Seed", 3))
            : new(model, ("Seed", 3), ("DiscriminatorSteps", discriminatorSteps));

    private static HandWrittenGan HandWritten(GanUnderTest gan, Type model) =>
        new(gan, ModelCatalog.LossOf(model), model.Name.Contains("BatchNorm", StringComparison.Ordinal));

    private static StepNumbers Step(HandWrittenGan gan, Type model, Tensor real, int steps, Func<Tensor> latents)
    {
        var minibatches = real.split(Rows, 0);
        Assert.Equal(steps, minibatches.Length);
        return model.Name switch
        {
            var name when name.StartsWith("AlternatingSharedFakes", StringComparison.Ordinal) =>
                gan.AlternatingSharedFakes(minibatches, latents),
            var name when name.StartsWith("Alternating", StringComparison.Ordinal) => gan.Alternating(
                minibatches,
                latents
            ),
            _ => gan.Simultaneous(minibatches, latents),
        };
    }

    private static void AssertEqual(StepNumbers expected, StepNumbers found)
    {
        Values.AssertRelative(expected.DiscriminatorLoss, found.DiscriminatorLoss, Float32);
        Values.AssertRelative(expected.GeneratorLoss, found.GeneratorLoss, Float32);
        Values.AssertRelative(expected.RealScore, found.RealScore, Float32);
        Values.AssertRelative(expected.FakeScore, found.FakeScore, Float32);
        Assert.Equal(expected.TotalLoss is null, found.TotalLoss is null);
        if (expected is { TotalLoss: { } total, Value: { } value, JensenShannonDivergence: { } divergence })
        {
            Values.AssertRelative(total, found.TotalLoss!.Value, Float32);
            Values.AssertRelative(value, found.Value!.Value, Float32);
            Assert.Equal(divergence, found.JensenShannonDivergence!.Value, 5e-7);
        }
    }
}
