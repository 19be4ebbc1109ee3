using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Accumulated gradients are those of loops written by hand, and where no example depends on another those of the whole minibatch.</summary>
public sealed class AccumulationTests
{
    private const double Float64 = 1e-11;
    private const double Float32 = 5e-7;

    [Theory]
    [InlineData(typeof(AlternatingAccumulatedGan), GanLoss.NonSaturating, 1)]
    [InlineData(typeof(AlternatingAccumulatedGan), GanLoss.NonSaturating, 2)]
    [InlineData(typeof(AlternatingSharedFakesAccumulatedGan), GanLoss.RelativisticAverage, 1)]
    [InlineData(typeof(AlternatingSharedFakesAccumulatedGan), GanLoss.RelativisticAverage, 2)]
    [InlineData(typeof(SimultaneousAccumulatedGan), GanLoss.RelativisticAverage, 1)]
    public void Each_part_is_a_minibatch_of_its_own_and_their_gradients_are_averaged(Type model, GanLoss loss, int k)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = Create(model, k);
        using var byHand = new HandWrittenAccumulation(gan, loss, parts: 3);
        manual_seed(5);

        for (var step = 0; step < 4; step++)
        {
            var real = randn(k * 12, 2) + 1;
            var latents = randn(12, 3);

            var found = gan.Step(real, latents);

            var minibatches = real.split(12, 0);
            var expected = model.Name switch
            {
                nameof(AlternatingAccumulatedGan) => byHand.Alternating(minibatches, latents),
                nameof(AlternatingSharedFakesAccumulatedGan) => byHand.AlternatingSharedFakes(minibatches, latents),
                _ => byHand.Simultaneous(real, latents),
            };
            Values.AssertRelative(expected.DiscriminatorLoss, found.DiscriminatorLoss, Float32);
            Values.AssertRelative(expected.GeneratorLoss, found.GeneratorLoss, Float32);
            Weights.AssertEqual(byHand.D, gan.D, Float64);
            Weights.AssertEqual(byHand.G, gan.G, Float64);
        }
    }

    [Theory]
    [InlineData(typeof(AlternatingPartsGan), typeof(AlternatingWholeGan), 2)]
    [InlineData(typeof(AlternatingSharedFakesPartsGan), typeof(AlternatingSharedFakesWholeGan), 2)]
    [InlineData(typeof(SimultaneousPartsGan), typeof(SimultaneousWholeGan), 1)]
    public void What_no_example_shares_with_another_is_learned_and_measured_as_at_once(Type parts, Type whole, int k)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var createdInParts = Create(parts, k);
        using var createdAtOnce = Create(whole, k);
        var (inParts, atOnce) = (createdInParts.Gan, createdAtOnce.Gan);
        manual_seed(6);

        // Penalties, clipped gradients and averages, too: the second penalty is computed in every other update of D.
        for (var step = 0; step < 4; step++)
        {
            var (real, labels) = (randn(k * 6, 2) + 1, randint(0, 3, k * 6));
            var found = inParts.Step(new Minibatch(real.alias(), labels.alias()));
            var expected = atOnce.Step(new Minibatch(real.alias(), labels.alias()));

            Assert.Equal(expected.Measurements.Select(each => each.Name), found.Measurements.Select(each => each.Name));
            foreach (var (one, other) in expected.Measurements.Zip(found.Measurements))
            {
                Assert.Equal(one.Value, other.Value, 1e-6);
            }

            Weights.AssertEqual(atOnce.Discriminator, inParts.Discriminator, Float64);
            Weights.AssertEqual(atOnce.Generator, inParts.Generator, Float64);
            Weights.AssertEqual(atOnce.SampledGenerator, inParts.SampledGenerator, Float64);
        }
    }

    [Fact]
    public void Minibatches_without_equal_parts_are_refused()
    {
        var refusal = Assert.Throws<GanException>(() => new AlternatingAccumulatedGan(new() { BatchSize = 14 }));
        Assert.Equal(
            "BatchSize is 14, but it has to be a multiple of 3, as the gradients of 3 equal parts are accumulated.",
            refusal.Message
        );

        // BatchNorm of one value needs two of them in each part.
        var few = Assert.Throws<GanException>(() => new AlternatingAccumulatedGan(new() { BatchSize = 3 }));
        Assert.Equal("BatchSize is 3, but it has to be at least 6.", few.Message);

        using var gan = new AlternatingAccumulatedGan();
        using var points = new AlternatingAccumulatedGan.Points(rand(13, 2));
        var rows = Assert.Throws<ArgumentException>(() => gan.Step(points));
        Assert.Equal(
            "A discriminator step takes a multiple of 3 real rows, as the gradients of 3 equal parts are accumulated, but was given 13.",
            rows.Message
        );
    }

    private static GanUnderTest Create(Type model, int k) =>
        model.Name.StartsWith("Simultaneous", StringComparison.Ordinal)
            ? new(model, ("Seed", 3))
            : new(model, ("Seed", 3), ("DiscriminatorSteps", k));
}
