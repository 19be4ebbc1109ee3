using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Options;

/// <summary>The option Precision.</summary>
public sealed class PrecisionTests
{
    /// <summary>Layers as wide as those of real networks: libtorch adds up the products of very small matrices in bfloat16 too.</summary>
    public static TheoryData<Type> Wide =>
        [
            typeof(AlternatingWideGan),
            typeof(AlternatingSharedFakesWideGan),
            typeof(SimultaneousWideGan),
            typeof(SimultaneousWideBatchNormGan),
            typeof(WidePenaltyGan),
        ];

    [BFloat16Theory]
    [MemberData(nameof(Wide))]
    public void Gradients_in_bfloat16_are_near_those_in_float32_and_are_float32_themselves(Type model)
    {
        using var scope = NewDisposeScope();
        using var single = new GanUnderTest(model);
        using var rounded = new GanUnderTest(model);
        using var lower = new GanUnderTest(model, ("Precision", GanPrecision.BFloat16));
        manual_seed(3);
        var real = randn(66, 2) + 1;
        var latents = randn(66, single.G.parameters().First().shape[^1]);

        var expected = single.Step(real, latents);
        Round(rounded.G, rounded.D);
        rounded.Step(Rounded(real), Rounded(latents));
        var found = lower.Step(real, latents);

        Assert.InRange(Math.Abs(found.DiscriminatorLoss - expected.DiscriminatorLoss), 0, 0.02);
        Assert.InRange(Math.Abs(found.GeneratorLoss - expected.GeneratorLoss), 0, 0.02);
        AssertNear(single.D, rounded.D, lower.D);
        AssertNear(single.G, rounded.G, lower.G);
    }

    [BFloat16Fact]
    public void Images_train_in_bfloat16_and_samples_are_float32()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var real = (rand(32, 1, 8, 8) * 2) - 1;
        using var single = new ConvolutionGan();
        using var rounded = new ConvolutionGan();
        using var lower = new ConvolutionGan(new() { Precision = GanPrecision.BFloat16 });
        using var images = new ConvolutionGan.Images(real);
        using var latents = single.DrawLatents(32);

        single.Step(images, latents);
        Round(rounded.G, rounded.D);
        rounded.Step(images, latents);
        var step = lower.Step(images, latents);
        using var samples = lower.Sample(3);

        AssertNear(single.D, rounded.D, lower.D);
        AssertNear(single.G, rounded.G, lower.G);
        Assert.True(float.IsFinite(step.TotalLoss));
        Assert.Equal(ScalarType.Float32, samples.Tensor.dtype);
        Assert.All(lower.G.parameters(), parameter => Assert.Equal(ScalarType.Float32, parameter.dtype));
    }

    [BFloat16Fact]
    public void Every_kind_of_layer_trains_in_bfloat16()
    {
        using var scope = NewDisposeScope();
        using var gan = new StructureGan(new() { Precision = GanPrecision.BFloat16 });
        using var images = gan.Sample(8);

        var step = gan.Step(images);

        Assert.True(float.IsFinite(step.DiscriminatorLoss) && float.IsFinite(step.GeneratorLoss));
    }

    [BFloat16Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        using var scope = NewDisposeScope();
        var real = randn(64, 2);
        double[] Train()
        {
            using var gan = new GanUnderTest(
                typeof(SimultaneousNonSaturatingGan),
                ("Precision", GanPrecision.BFloat16)
            );
            for (var step = 0; step < 5; step++)
            {
                gan.Step(real);
            }

            return [.. gan.G.parameters().SelectMany(parameter => parameter.to(float64).data<double>().ToArray())];
        }

        Assert.Equal(Train(), Train());
    }

    [Fact]
    public void TensorFloat32_is_refused_where_there_is_no_GPU()
    {
        var live = Live.Count;

        var refusal = Assert.Throws<GanException>(() =>
            new DeclaredGan(new() { Precision = GanPrecision.TensorFloat32 })
        );

        Assert.Equal(
            "Precision is TensorFloat32, but only GPUs compute in it; choose Precision = GanPrecision.Float32, or Device = GanDevice.Cuda with a "
                + "GPU of compute capability 8.0 or above.",
            refusal.Message
        );
        Assert.Equal(live, Live.Count);
    }

    [CudaFact]
    public void TensorFloat32_trains_near_float32_and_leaves_the_switches_as_they_were()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var real = (rand(32, 1, 8, 8) * 2) - 1;
        using var single = new ConvolutionGan(new() { Device = GanDevice.Cuda });
        using var rounded = new ConvolutionGan(
            new() { Device = GanDevice.Cuda, Precision = GanPrecision.TensorFloat32 }
        );
        using var images = new ConvolutionGan.Images(real);
        using var latents = single.DrawLatents(32);
        var before = (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32);

        var expected = single.Step(images, latents);
        var found = rounded.Step(images, latents);
        rounded.Sample(2).Dispose();

        Assert.InRange(Math.Abs(found.DiscriminatorLoss - expected.DiscriminatorLoss), 0, 0.01);
        Assert.Equal(before, (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32));
    }

    [Fact]
    public void A_precision_that_does_not_exist_is_refused_before_anything_is_made()
    {
        var live = Live.Count;

        var refusal = Assert.Throws<GanException>(() => new DeclaredGan(new() { Precision = (GanPrecision)7 }));

        Assert.Equal("Precision is 7, but it has to be Float32, BFloat16 or TensorFloat32.", refusal.Message);
        Assert.Equal(live, Live.Count);
    }

    /// <summary>
    /// How much 8 significant bits may lose depends on the network, so it is measured: what float32 loses when only the weights and the
    /// examples are rounded to them. Rounding every product on the way as well loses a few times as much.
    /// </summary>
    private static void AssertNear(nn.Module single, nn.Module rounded, nn.Module lower)
    {
        Assert.All(lower.parameters(), parameter => Assert.Equal(ScalarType.Float32, parameter.grad!.dtype));
        var exact = Gradient(single);
        var expected = (Gradient(rounded) - exact).norm().item<float>() / exact.norm().item<float>();
        var found = (Gradient(lower) - exact).norm().item<float>() / exact.norm().item<float>();
        Assert.InRange(found, 1e-5, (5 * expected) + 0.004);
    }

    private static Tensor Gradient(nn.Module network) =>
        cat([.. network.parameters().Select(parameter => parameter.grad!.flatten())], 0);

    private static Tensor Rounded(Tensor values) => values.to(bfloat16).to(float32);

    private static void Round(params nn.Module[] networks)
    {
        using var noGradients = no_grad();
        foreach (var parameter in networks.SelectMany(network => network.parameters()))
        {
            parameter.copy_(Rounded(parameter));
        }
    }
}
