using GanDsl.Tests.Generated;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Conditional;

/// <summary>Layers that look at labels compute what loops over their definition compute.</summary>
public sealed class ConditionalLayerTests : IDisposable
{
    private static readonly long[] Labels = [2, 0, 3, 2, 1];

    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void A_generator_appends_vectors_and_scales_by_class()
    {
        using var gan = new ConditionalLayersGan();
        Randomize(gan.G);
        var state = gan.G.state_dict().ToDictionary(entry => entry.Key, entry => Block.Of(entry.Value));
        var latents = Numbers.Of(5, 3);

        var x = Append(Block.Of(latents).Reshape(5, 3, 1, 1), state["labelEmbedding1.weight"]).Reshape(5, 5);
        x = ByHand.Linear(x, state["linear1.weight"], state["linear1.bias"]).Reshape(5, 24, 1, 1);
        x = Normalize(x, state["conditionalBatchNorm1.weight"], state["conditionalBatchNorm1.bias"], 1e-3);
        x = x.Map(value => Math.Max(value, 0)).Reshape(5, 2, 3, 4);
        x = Normalize(x, state["conditionalBatchNorm2.weight"], state["conditionalBatchNorm2.bias"], 1e-5);
        x = Append(x, state["labelEmbedding2.weight"]);
        Assert.Equal([5L, 5, 3, 4], x.Shape);
        x = ByHand.Conv2d(
            x,
            state["conv1.weight"],
            state["conv1.bias"],
            (1, 1),
            (1, 1, 1, 1),
            (1, 1),
            1,
            PaddingMode.Zeros
        );

        Block.Of(gan.G.call(latents, tensor(Labels))).AssertEqual(x.Map(Math.Tanh), "The generator's output");
    }

    [Fact]
    public void A_discriminator_projects_and_names_the_class()
    {
        using var gan = new ConditionalLayersGan();
        Randomize(gan.D);
        var state = gan.D.state_dict().ToDictionary(entry => entry.Key, entry => Block.Of(entry.Value));
        var images = Numbers.Of(5, 2, 3, 4);

        var x = Append(Block.Of(images), state["labelEmbedding1.weight"]);
        x = ByHand.Conv2d(
            x,
            state["conv1.weight"],
            state["conv1.bias"],
            (1, 1),
            (0, 0, 0, 0),
            (1, 1),
            1,
            PaddingMode.Zeros
        );
        x = x.Map(value => ByHand.LeakyReLU(value, 0.2)).Reshape(5, 6);
        var classes = ByHand.Linear(x, state["auxiliaryClassifier1.weight"], state["auxiliaryClassifier1.bias"]);
        var logits = ByHand.Linear(x, state["projection1.linear.weight"], state["projection1.linear.bias"]);
        var embedding = state["projection1.embedding.weight"];
        for (var row = 0; row < 5; row++)
        {
            logits[row, 0] += Enumerable.Range(0, 6).Sum(feature => x[row, feature] * embedding[Labels[row], feature]);
        }

        var (found, foundClasses) = gan.D.Classify(images, tensor(Labels));
        Block.Of(found).AssertEqual(logits, "The logits");
        Block.Of(foundClasses).AssertEqual(classes, "The logits of the classes");
        Assert.Equal([5L, 4], foundClasses.shape);
        Block.Of(gan.D.call(images, tensor(Labels))).AssertEqual(logits, "The logits alone");
    }

    [Fact]
    public void Every_parameter_has_the_slope_of_the_output()
    {
        using var gan = new ConditionalLayersGan();
        Randomize(gan.G);
        var (latents, labels) = (Numbers.Of(5, 3), tensor(Labels));
        var parameters = gan.G.parameters().ToArray();
        var weights = Numbers.Of(5, 2, 3, 4);
        Tensor Sum() => (gan.G.call(latents, labels) * weights).sum();

        var gradients = autograd.grad([Sum()], parameters);

        using var noGradients = no_grad();
        foreach (var (parameter, gradient) in parameters.Zip(gradients))
        {
            var direction = randn_like(parameter);
            parameter.add_(1e-6 * direction);
            var above = Values.Single(Sum());
            parameter.sub_(2e-6 * direction);
            var below = Values.Single(Sum());
            parameter.add_(1e-6 * direction);
            var expected = Values.Single((gradient * direction).sum());
            Assert.Equal((above - below) / 2e-6, expected, 1e-6 * Math.Max(1, Math.Abs(expected)));
            Assert.NotEqual(0, expected);
        }
    }

    [Fact]
    public void Normalisation_starts_without_a_difference_between_classes()
    {
        using var gan = new ConditionalLayersGan();
        var norm = gan
            .G.named_parameters()
            .Where(each => each.name.StartsWith("conditionalBatchNorm1", StringComparison.Ordinal));

        Assert.All(
            norm,
            each =>
                Assert.All(
                    Values.Of(each.parameter),
                    value => Assert.Equal(each.name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0, value)
                )
        );
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static void Randomize(nn.Module network)
    {
        manual_seed(3);
        using var noGradients = no_grad();
        foreach (var parameter in network.parameters())
        {
            parameter.copy_(randn_like(parameter) / 2);
        }
    }

    /// <summary>A plane of each value of the label's row.</summary>
    private static Block Append(Block x, Block embedding)
    {
        var (channels, added) = (x.Shape[1], embedding.Shape[1]);
        var joined = Block.Zeros(x.Shape[0], channels + added, x.Shape[2], x.Shape[3]);
        for (var n = 0; n < x.Shape[0]; n++)
        {
            for (var c = 0; c < channels + added; c++)
            {
                for (var h = 0; h < x.Shape[2]; h++)
                {
                    for (var w = 0; w < x.Shape[3]; w++)
                    {
                        joined[n, c, h, w] = c < channels ? x[n, c, h, w] : embedding[Labels[n], c - channels];
                    }
                }
            }
        }

        return joined;
    }

    /// <summary>Mean 0 and variance 1 of each channel over the minibatch, then the scale and shift of the label's row.</summary>
    private static Block Normalize(Block x, Block weight, Block bias, double eps)
    {
        var result = Block.Zeros(x.Shape);
        for (var c = 0; c < x.Shape[1]; c++)
        {
            var channel = Places(x).Where(place => place.C == c).ToList();
            var mean = channel.Average(place => x[place.N, c, place.H, place.W]);
            var variance = channel.Average(place => Math.Pow(x[place.N, c, place.H, place.W] - mean, 2));
            foreach (var (n, _, h, w) in channel)
            {
                var normalized = (x[n, c, h, w] - mean) / Math.Sqrt(variance + eps);
                result[n, c, h, w] = (weight[Labels[n], c] * normalized) + bias[Labels[n], c];
            }
        }

        return result;
    }

    private static IEnumerable<(int N, int C, int H, int W)> Places(Block x) =>
        from n in Enumerable.Range(0, (int)x.Shape[0])
        from c in Enumerable.Range(0, (int)x.Shape[1])
        from h in Enumerable.Range(0, (int)x.Shape[2])
        from w in Enumerable.Range(0, (int)x.Shape[3])
        select (n, c, h, w);
}
