using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Every layer, with arguments away from their defaults, computes what loops over its definition compute.</summary>
public sealed class LayerTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Transposed_convolutions_and_batch_statistics_that_are_not_tracked()
    {
        using var gan = new ConvolutionLayersGan();
        var latents = Numbers.Of(3, 12);

        foreach (var training in new[] { true, false })
        {
            gan.G.train(training);
            var probe = new Probe(gan.G, latents);
            var x = Block.Of(latents).Reshape(3, 12, 1, 1);

            x = ByHand.ConvTranspose2d(
                x,
                probe.State("convTranspose1.weight"),
                null,
                (1, 1),
                (0, 0),
                (0, 0),
                (1, 1),
                1
            );
            x = probe.Gives("convTranspose1", x);
            Assert.Equal([3L, 8, 4, 5], x.Shape);

            var (mean, variance, _) = ByHand.Moments(x);
            var (scale, shift) = (probe.State("batchNorm1.weight"), probe.State("batchNorm1.bias"));
            x = probe.Gives("batchNorm1", ByHand.BatchNorm(x, mean, variance, scale, shift, 1e-3));
            x = x.Map(value => Math.Max(value, 0));

            x = ByHand.ConvTranspose2d(
                x,
                probe.State("convTranspose2.weight"),
                probe.State("convTranspose2.bias"),
                (2, 2),
                (1, 1),
                (1, 1),
                (1, 1),
                2
            );
            x = probe.Gives("convTranspose2", x).Map(value => ByHand.LeakyReLU(value, 0.01));
            Assert.Equal([3L, 6, 8, 10], x.Shape);

            x = ByHand.ConvTranspose2d(
                x,
                probe.State("convTranspose3.weight"),
                probe.State("convTranspose3.bias"),
                (1, 1),
                (1, 1),
                (0, 0),
                (1, 2),
                1
            );
            x = probe.Gives("convTranspose3", x).Map(Math.Tanh);
            Assert.Equal([3L, 3, 8, 10], x.Shape);
            probe.Output.AssertEqual(x, "The generator's output");
        }
    }

    [Fact]
    public void Convolutions_of_every_padding()
    {
        using var gan = new ConvolutionLayersGan();
        gan.D.eval();
        var images = Numbers.Of(2, 3, 8, 10);

        var probe = new Probe(gan.D, images);
        var x = Block.Of(images);

        x = ByHand.Conv2d(x, probe.State("conv1.weight"), null, (2, 1), (0, 0, 1, 1), (2, 2), 3, PaddingMode.Zeros);
        x = probe.Gives("conv1", x).Map(value => ByHand.LeakyReLU(value, 0.2));
        Assert.Equal([2L, 6, 2, 10], x.Shape);

        x = ByHand.Conv2d(
            x,
            probe.State("conv2.weight"),
            probe.State("conv2.bias"),
            (1, 1),
            (1, 1, 1, 1),
            (1, 1),
            1,
            PaddingMode.Circular
        );
        x = probe.Gives("conv2", x).Map(value => Math.Max(value, 0));
        Assert.Equal([2L, 4, 4, 12], x.Shape);

        // A kernel of even size leaves the larger half of the padding below and to the right.
        x = ByHand.Conv2d(
            x,
            probe.State("conv3.weight"),
            probe.State("conv3.bias"),
            (1, 1),
            (0, 1, 1, 2),
            (1, 1),
            1,
            PaddingMode.Reflect
        );
        x = probe.Gives("conv3", x).Map(Math.Tanh);
        Assert.Equal([2L, 4, 4, 12], x.Shape);

        x = ByHand.Conv2d(
            x,
            probe.State("conv4.weight"),
            probe.State("conv4.bias"),
            (1, 1),
            (2, 2, 2, 2),
            (2, 2),
            1,
            PaddingMode.Zeros
        );
        x = probe.Gives("conv4", x);
        x = probe.Gives("batchNorm1", ByHand.BatchNorm(x, [0, 0], [1, 1], null, null, 1e-5)).Map(Exact.Sigmoid);
        Assert.Equal([2L, 2, 4, 12], x.Shape);

        x = ByHand.Conv2d(
            x,
            probe.State("conv5.weight"),
            probe.State("conv5.bias"),
            (1, 3),
            (1, 1, 2, 2),
            (1, 1),
            1,
            PaddingMode.Replicate
        );
        x = probe.Gives("conv5", x);
        Assert.Equal([2L, 2, 4, 4], x.Shape);

        x = ByHand.Conv2d(
            x,
            probe.State("conv6.weight"),
            probe.State("conv6.bias"),
            (1, 1),
            (0, 0, 0, 0),
            (1, 1),
            1,
            PaddingMode.Zeros
        );
        probe.Gives("conv6", x);
        Assert.Equal([2L, 1, 1, 1], x.Shape);
        probe.Output.AssertEqual(x, "The discriminator's output");
    }

    [Fact]
    public void Linear_layers_and_batch_normalisation_of_vectors_and_signals()
    {
        using var gan = new VectorLayersGan();
        var latents = Numbers.Of(5, 4);

        var probe = new Probe(gan.G, latents);
        var x = probe.Gives("linear1", ByHand.Linear(Block.Of(latents), probe.State("linear1.weight"), null));
        var (mean, variance, _) = ByHand.Moments(x);
        var (scale, shift) = (probe.State("batchNorm1.weight"), probe.State("batchNorm1.bias"));
        x = probe.Gives("batchNorm1", ByHand.BatchNorm(x, mean, variance, scale, shift, 1e-5)).Map(Exact.Sigmoid);

        x = x.Reshape(5, 2, 6);
        (mean, variance, _) = ByHand.Moments(x);
        x = probe.Gives("batchNorm2", ByHand.BatchNorm(x, mean, variance, null, null, 1e-5));
        x = x.Map(value => ByHand.LeakyReLU(value, 0.01));

        x = ByHand.Linear(x, probe.State("linear2.weight"), probe.State("linear2.bias"));
        x = probe.Gives("linear2", x).Map(Math.Tanh);
        Assert.Equal([5L, 2, 6], x.Shape);
        probe.Output.AssertEqual(x, "The generator's output");
    }

    [Fact]
    public void Maxout_is_the_largest_of_its_pieces_and_reshaping_moves_nothing()
    {
        using var gan = new VectorLayersGan();
        var signals = Numbers.Of(5, 2, 6);

        var probe = new Probe(gan.D, signals);
        var x = ByHand.Linear(Block.Of(signals), probe.State("linear1.weight"), probe.State("linear1.bias"));
        x = probe.Gives("linear1", x);
        Assert.Equal([5L, 2, 3], x.Shape);

        Assert.Equal([12L, 3], probe.State("maxout1.weight").Shape);
        x = ByHand.Maxout(x, probe.State("maxout1.weight"), null, pieces: 3);
        Assert.Equal([5L, 2, 4], x.Shape);

        Assert.Equal([6L, 8], probe.State("maxout2.weight").Shape);
        x = ByHand.Maxout(x.Reshape(5, 8), probe.State("maxout2.weight"), probe.State("maxout2.bias"), pieces: 2);
        Assert.Equal([5L, 3], x.Shape);

        x = ByHand.Linear(x, probe.State("linear2.weight"), probe.State("linear2.bias"));
        probe.Output.AssertEqual(x, "The discriminator's output");
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }
}
