using GanDsl.Modules;
using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>Batch normalisation counts the minibatches that it has seen in training, as PyTorch's does.</summary>
public sealed class MinibatchCountTests
{
    [Fact]
    public void Each_pass_in_training_counts_and_none_in_evaluation()
    {
        using var scope = NewDisposeScope();
        using var layer = new BatchNormalization(3, rank: 1);

        for (var pass = 1; pass <= 3; pass++)
        {
            layer.call(randn(4, 3));
            Assert.Equal(pass, layer.num_batches_tracked!.item<long>());
        }

        layer.eval();
        layer.call(randn(4, 3));
        Assert.Equal(3, layer.num_batches_tracked!.item<long>());
    }

    // G makes fakes for D's step and for its own, or the same for both; D sees real and fake.
    [Theory]
    [InlineData(typeof(AlternatingNonSaturatingBatchNormGan), 2, 3)]
    [InlineData(typeof(AlternatingSharedFakesNonSaturatingBatchNormGan), 1, 3)]
    [InlineData(typeof(SimultaneousNonSaturatingBatchNormGan), 1, 2)]
    public void Steps_count_the_passes_of_their_networks(Type model, int ofGenerator, int ofDiscriminator)
    {
        using var gan = new GanUnderTest(model);
        using var real = randn(4, 2);
        for (var step = 1; step <= 3; step++)
        {
            gan.Step(real);

            Assert.All(CountsOf(gan.G), count => Assert.Equal(step * ofGenerator, count));
            Assert.All(CountsOf(gan.D), count => Assert.Equal(step * ofDiscriminator, count));
        }

        Assert.NotEmpty(CountsOf(gan.G));
    }

    private static long[] CountsOf(nn.Module network) =>
        [
            .. network
                .named_buffers()
                .Where(each => each.name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
                .Select(each => each.buffer.item<long>()),
        ];
}
