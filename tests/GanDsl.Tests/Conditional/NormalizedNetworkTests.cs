using GanDsl.Tests.Generated;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Conditional;

/// <summary>Networks with [SpectralNorm] on attention and on layers of labels.</summary>
public sealed class NormalizedNetworkTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Each_weight_has_vectors_of_its_own()
    {
        using var gan = new AttentiveGan();

        Assert.Equal(
            [
                "conv1SpectralNorm",
                "conv2SpectralNorm",
                "labelEmbedding1.weightSpectralNorm",
                "linear1SpectralNorm",
                "selfAttention1.fSpectralNorm",
                "selfAttention1.gSpectralNorm",
                "selfAttention1.hSpectralNorm",
            ],
            NormsOf(gan.G).Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                "attentive1.conv1SpectralNorm",
                "attentive1.selfAttention1.fSpectralNorm",
                "attentive1.selfAttention1.gSpectralNorm",
                "attentive1.selfAttention1.hSpectralNorm",
                "attentive1.shortcut.conv1SpectralNorm",
                "attentive1.shortcut.selfAttention1.fSpectralNorm",
                "attentive1.shortcut.selfAttention1.gSpectralNorm",
                "attentive1.shortcut.selfAttention1.hSpectralNorm",
                "auxiliaryClassifier1SpectralNorm",
                "conv1SpectralNorm",
                "labelEmbedding1.weightSpectralNorm",
                "projection1.embeddingSpectralNorm",
                "projection1.linearSpectralNorm",
                "selfAttention1.fSpectralNorm",
                "selfAttention1.gSpectralNorm",
                "selfAttention1.hSpectralNorm",
            ],
            NormsOf(gan.D).Keys.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>First weights are filled before the vectors are estimated, those of attention, too.</summary>
    [Fact]
    public void The_first_estimates_are_close_already()
    {
        using var gan = new AttentiveGan(new() { Seed = 3 });
        foreach (var network in new nn.Module[] { gan.G, gan.D })
        {
            foreach (var (name, (u, v)) in NormsOf(network))
            {
                var matrix = WeightOf(network, name);
                var largest = linalg.svdvals(matrix).max().ToDouble();
                Assert.InRange(u.dot(matrix.mv(v)).ToDouble(), 0.9 * largest, largest * (1 + 1e-5));
            }
        }
    }

    [Fact]
    public void A_discriminator_of_labels_computes_with_divided_weights()
    {
        using var precision = new DoublePrecision();
        using var gan = new NormalizedLabelsGan(new() { Seed = 4 });
        var (points, labels) = (Numbers.Of(5, 2), tensor(new long[] { 2, 0, 3, 2, 1 }));
        for (var call = 0; call < 500; call++)
        {
            gan.D.call(points, labels).Dispose();
        }

        gan.D.eval();
        var (logits, classLogits) = gan.D.Classify(points, labels);

        Tensor Divided(string name) => State(gan.D, name) / linalg.svdvals(State(gan.D, name)).max();
        var x = cat([points, Divided("labelEmbedding1.weight")[labels]], 1);
        x = x.mm(Divided("linear1.weight").t()) + State(gan.D, "linear1.bias");
        x = maximum(x, 0.2 * x);
        var classes = x.mm(Divided("auxiliaryClassifier1.weight").t()) + State(gan.D, "auxiliaryClassifier1.bias");
        var projected =
            x.mm(Divided("projection1.linear.weight").t())
            + State(gan.D, "projection1.linear.bias")
            + (Divided("projection1.embedding.weight")[labels] * x).sum(1, keepdim: true);
        Values.AssertRelative(Values.Of(classes), Values.Of(classLogits), 1e-9);
        Values.AssertRelative(Values.Of(projected), Values.Of(logits), 1e-9);
    }

    /// <summary>However often its weights are multiplied, a normalised layer computes the same.</summary>
    [Fact]
    public void Larger_weights_change_nothing()
    {
        using var gan = new AttentiveGan(new() { Seed = 5 });
        LetAttentionCount(gan.D);
        gan.D.eval();
        var (images, labels) = (Images(), Labels());
        var before = gan.D.Classify(images, labels);
        foreach (var name in NormsOf(gan.D).Keys)
        {
            using var noGradients = no_grad();
            gan.D.get_parameter(WeightName(name))!.mul_(tensor(8f));
        }

        var after = gan.D.Classify(images, labels);

        Values.AssertRelative(Values.Of(before.Logits), Values.Of(after.Logits), 1e-5);
        Values.AssertRelative(Values.Of(before.ClassLogits), Values.Of(after.ClassLogits), 1e-5);
    }

    [Fact]
    public void The_vectors_are_saved_and_loaded()
    {
        using var one = new AttentiveGan(new() { Seed = 6 });
        using var other = new AttentiveGan(new() { Seed = 7 });
        using var images = new AttentiveGan.Images(Images());
        using var labels = new AttentiveGan.Labels(Labels());
        for (var step = 0; step < 3; step++)
        {
            one.Step(images, labels);
        }

        one.Save(folder["weights.safetensors"]);
        other.Load(folder["weights.safetensors"]);

        Assert.Equal(Weights.Snapshot(one.G), Weights.Snapshot(other.G));
        Assert.Equal(Weights.Snapshot(one.D), Weights.Snapshot(other.D));
        one.D.eval();
        other.D.eval();
        Assert.Equal(Values.Of(one.D.call(Images(), Labels())), Values.Of(other.D.call(Images(), Labels())));
    }

    [Fact]
    public void The_average_has_the_vectors_of_the_generator()
    {
        using var gan = new AttentiveGan(new() { Seed = 8 });
        using var images = new AttentiveGan.Images(Images());
        using var labels = new AttentiveGan.Labels(Labels());
        for (var step = 0; step < 3; step++)
        {
            gan.Step(images, labels);
        }

        var averaged = NormsOf(gan.AveragedG);
        foreach (var (name, (u, v)) in NormsOf(gan.G))
        {
            Assert.Equal(Values.Of(u), Values.Of(averaged[name].U));
            Assert.Equal(Values.Of(v), Values.Of(averaged[name].V));
            Assert.NotEqual(
                Values.Of(gan.G.get_parameter(WeightName(name))!),
                Values.Of(gan.AveragedG.get_parameter(WeightName(name))!)
            );
        }
    }

    [BFloat16Fact]
    public void In_bfloat16_a_pass_makes_the_same_iterations_and_computes_about_the_same()
    {
        using var single = new AttentiveGan(new() { Seed = 9 });
        using var lower = new AttentiveGan(new() { Seed = 9, Precision = GanPrecision.BFloat16 });
        var (images, labels) = (Images(), Labels());
        LetAttentionCount(single.D);
        LetAttentionCount(lower.D);

        var (expected, found) = (single.D.Classify(images, labels), lower.D.Classify(images, labels));

        foreach (var (name, (u, v)) in NormsOf(single.D))
        {
            Assert.Equal(Values.Of(u), Values.Of(NormsOf(lower.D)[name].U));
            Assert.Equal(Values.Of(v), Values.Of(NormsOf(lower.D)[name].V));
        }

        AssertNear(expected.Logits, found.Logits);
        AssertNear(expected.ClassLogits, found.ClassLogits);
        Assert.NotEqual(Values.Of(expected.Logits), Values.Of(found.Logits));
    }

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    /// <summary>At first gamma is 0, and the weights of attention change no output.</summary>
    private static void LetAttentionCount(nn.Module network)
    {
        using var noGradients = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.EndsWith("gamma", StringComparison.Ordinal))
            {
                parameter.fill_(0.7);
            }
        }
    }

    /// <summary>A few roundings by 2⁻⁸ of a sum over channels and places.</summary>
    private static void AssertNear(Tensor expected, Tensor found)
    {
        Assert.Equal(ScalarType.Float32, found.dtype);
        var largest = expected.abs().max().ToDouble();
        Assert.InRange((expected - found).abs().max().ToDouble(), 0, 0.03 * largest);
    }

    private static Tensor Images() => Numbers.Of(5, 2, 4, 4).to(get_default_dtype());

    private static Tensor Labels() => tensor(new long[] { 2, 0, 1, 2, 1 });

    private static Tensor State(nn.Module network, string name) => network.get_parameter(name)!.detach();

    /// <summary>The vectors u and v of each norm.</summary>
    private static Dictionary<string, (Tensor U, Tensor V)> NormsOf(nn.Module network)
    {
        var buffers = network.named_buffers().ToDictionary(each => each.name, each => each.buffer);
        return buffers
            .Keys.Where(name => name.EndsWith("SpectralNorm._u", StringComparison.Ordinal))
            .Select(name => name[..^"._u".Length])
            .ToDictionary(name => name, name => (buffers[name + "._u"], buffers[name + "._v"]));
    }

    /// <summary>The weight beside the norm: <c>projection1.linear.weight</c> for <c>projection1.linearSpectralNorm</c>.</summary>
    private static string WeightName(string norm)
    {
        var weight = norm[..^"SpectralNorm".Length];
        return weight.EndsWith(".weight", StringComparison.Ordinal) ? weight : weight + ".weight";
    }

    private static Tensor WeightOf(nn.Module network, string norm) => State(network, WeightName(norm)).flatten(1);
}
