using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Regularizers;

/// <summary>D judges several examples at once.</summary>
public sealed class PackingTests
{
    public static TheoryData<Type> Models =>
        new(typeof(AlternatingPackedGan), typeof(AlternatingSharedFakesPackedGan), typeof(SimultaneousPackedGan));

    // The step by hand: successive examples joined by cat, one pass for each of real and fake.
    [Theory]
    [MemberData(nameof(Models))]
    public void Learns_from_packs_of_successive_examples(Type model)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model, ("Seed", 5));
        manual_seed(6);
        var (real, latents) = (randn(6, 2) + 1, randn(6, 3));
        Assert.Equal([5L, 6], gan.D.parameters().First().shape);
        var before = gan.G.call(latents);
        var loss = Softplus(-gan.D.call(Packs(real))) + Softplus(gan.D.call(Packs(before)));
        var parameters = gan.D.parameters().ToArray();
        var gradients = autograd.grad([loss], parameters, retain_graph: true);
        double[] expected = [.. parameters.Zip(gradients, (one, other) => one - (0.01 * other)).SelectMany(Values.Of)];
        var generators = gan.G.parameters().ToArray();
        var simultaneous = autograd.grad([Softplus(-gan.D.call(Packs(before)))], generators);
        double[] expectedG =
        [
            .. generators.Zip(simultaneous, (one, other) => one - (0.01 * other)).SelectMany(Values.Of),
        ];

        var step = gan.Step(real, latents);

        Assert.Equal(Values.Single(loss), step.DiscriminatorLoss, 1e-6);
        Values.AssertRelative(expected, Weights.Parameters(gan.D), 1e-12, "D");
        if (model == typeof(SimultaneousPackedGan))
        {
            Values.AssertRelative(expectedG, Weights.Parameters(gan.G), 1e-12, "G");
        }
        else
        {
            Assert.Equal(Values.Single(Softplus(-gan.D.call(Packs(before)))), step.GeneratorLoss, 1e-6);
        }
    }

    [Fact]
    public void Images_stand_side_by_side_along_the_channels()
    {
        using var scope = NewDisposeScope();
        using var gan = new PackedImagesGan();

        Assert.Equal([4L, 4, 3, 3], gan.D.parameters().First().shape);
        Assert.Equal([5L, 1], gan.D.call(zeros(5, 4, 4, 4)).shape);
        Assert.True(float.IsFinite(gan.Step(new(zeros(6, 2, 4, 4)), new(zeros(6, 3))).GradientPenalty));
    }

    [Fact]
    public void A_minibatch_that_the_packs_do_not_divide_is_refused()
    {
        using var gan = new AlternatingPackedGan();
        using var real = new AlternatingPackedGan.Points(zeros(4, 2));

        var rows = Assert.Throws<ArgumentException>(() => gan.Step(real));
        var option = Assert.Throws<GanException>(() => new AlternatingPackedGan(new() { BatchSize = 7 }));

        Assert.Equal(
            "A discriminator step takes a multiple of 3 real rows, as the discriminator judges 3 examples at once, but was given 4.",
            rows.Message
        );
        Assert.Equal(
            "BatchSize is 7, but it has to be a multiple of 3, as the discriminator judges 3 examples at once.",
            option.Message
        );
    }

    private static Tensor Packs(Tensor points) =>
        cat([.. points.split(3, 0).Select(pack => cat([.. pack.split(1, 0)], 1))], 0);

    private static Tensor Softplus(Tensor x) => x.exp().log1p().mean();
}
