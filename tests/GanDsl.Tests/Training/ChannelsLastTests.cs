using System.Reflection;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Weights that lie in memory with their channels last: nothing but the layout changes, whatever is declared.</summary>
public sealed class ChannelsLastTests : IDisposable
{
    private const int Batch = 6;

    private readonly TemporaryFolder folder = new();

    /// <summary>Every GAN with a convolution of images or volumes.</summary>
    public static TheoryData<Type> Convolutional =>
        new(DeclaredGans.All.Where(type => type != typeof(MisdeclaredGan) && type.GetNestedTypes(Any).Any(Convolves)));

    public void Dispose()
    {
        ChannelsLast.Forced = null;
        folder.Dispose();
    }

    [Fact]
    public void The_parameters_are_the_same_ones_with_the_same_values()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(
            nn.Conv2d(3, 4, 2),
            nn.ConvTranspose2d(4, 2, 3),
            nn.Conv3d(2, 3, (2, 1, 2)),
            nn.ConvTranspose3d(3, 2, 2),
            nn.Conv1d(3, 5, 2),
            nn.Linear(3, 2)
        );
        Parameter[] before = [.. network.parameters()];
        string[] names = [.. network.state_dict().Keys];
        var values = Weights.Snapshot(network);

        using (NewDisposeScope())
        {
            ChannelsLast.Apply(network);
        }

        Assert.Equal(before, network.parameters(), ReferenceEqualityComparer.Instance);
        Assert.Equal(names, network.state_dict().Keys);
        Assert.Equal(values, Weights.Snapshot(network));
        Assert.All(before, parameter => Assert.True(parameter is { requires_grad: true, is_leaf: true }));
        long[][] expected =
        [
            [12, 1, 6, 3],
            [18, 1, 6, 2],
            [8, 1, 4, 4, 2],
            [16, 1, 8, 4, 2],
            [6, 2, 1],
            [3, 1],
        ];
        Assert.Equal(
            expected,
            network.state_dict().Where(each => each.Key.EndsWith("weight")).Select(each => each.Value.stride())
        );
    }

    [Theory]
    [MemberData(nameof(Convolutional))]
    public void Every_GAN_computes_and_learns_the_same(Type type)
    {
        using var scope = NewDisposeScope();
        using var plain = Create(type, channelsLast: false);
        using var other = Create(type, channelsLast: true);
        using var data = DataFor(plain);
        Assert.All(Kernels(plain), weight => Assert.False(IsChannelsLast(weight)));
        Assert.All(Kernels(other), weight => Assert.Equal(HasChoice(weight), IsChannelsLast(weight)));
        foreach (var (one, two) in Networks(plain).Zip(Networks(other)))
        {
            Assert.Equal(Weights.Snapshot(one), Weights.Snapshot(two));
        }

        plain.Save(folder["plain.safetensors"]);
        other.Save(folder["other.safetensors"]);
        Assert.Equal(File.ReadAllBytes(folder["plain.safetensors"]), File.ReadAllBytes(folder["other.safetensors"]));
        AssertSameSamples(plain, other, 1e-5);

        var expected = plain.Train(data).Select(Numbers).ToList();
        var found = other.Train(data).Select(Numbers).ToList();

        Assert.Equal(expected.Count, found.Count);
        foreach (var (one, two) in expected.Zip(found))
        {
            Values.AssertRelative(one, two, 1e-3, "measurements");
        }

        AssertSameSamples(plain, other, 1e-2);
        Assert.All(Kernels(other), weight => Assert.Equal(HasChoice(weight), IsChannelsLast(weight)));
    }

    [Theory]
    [MemberData(nameof(Convolutional))]
    public void Every_GAN_goes_on_from_a_checkpoint_with_the_same_bits(Type type)
    {
        using var scope = NewDisposeScope();
        using var whole = Create(type, channelsLast: true);
        using var first = Create(type, channelsLast: true);
        using var second = Create(type, channelsLast: true);
        using var data = DataFor(whole);

        var expected = whole.Train(data).Select(Numbers).ToList();
        var found = first.Train(data).Take(2).Select(Numbers).ToList();
        first.SaveCheckpoint(folder["two"]);
        second.LoadCheckpoint(folder["two"]);
        found.AddRange(second.Train(data).Select(Numbers));

        Assert.Equal(expected, found);
        foreach (var state in new[] { second.GeneratorOptimizer.State(), second.DiscriminatorOptimizer.State() })
        {
            Assert.All(state.Values, tensor => Assert.True(tensor.is_contiguous()));
        }

        whole.SaveCheckpoint(folder["whole"]);
        second.SaveCheckpoint(folder["resumed"]);
        Assert.Equal(
            File.ReadAllBytes(folder["whole/tensors.safetensors"]),
            File.ReadAllBytes(folder["resumed/tensors.safetensors"])
        );

        // What one layout has saved, another one loads.
        using var plain = Create(type, channelsLast: false);
        plain.LoadCheckpoint(folder["whole"]);
        plain.SaveCheckpoint(folder["plain"]);
        Assert.Equal(
            File.ReadAllBytes(folder["whole/tensors.safetensors"]),
            File.ReadAllBytes(folder["plain/tensors.safetensors"])
        );
    }

    [Fact]
    public void An_average_has_the_layout_of_what_it_averages()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4));
        using var average = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4));
        using var inOrder = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4));
        ChannelsLast.Apply(network);
        ChannelsLast.Apply(average);
        var averaged = new AveragedWeights(network, average, 0.9);
        var other = new AveragedWeights(network, inOrder, 0.9);

        for (var step = 0; step < 5; step++)
        {
            network.call(randn(2, 3, 5, 5));
            WeightClip.Apply(network, 0.2 / (step + 1));
            averaged.Update(step);
            other.Update(step);
        }

        Assert.True(IsChannelsLast(average.parameters().First()));
        Weights.AssertEqual(inOrder, average, 1e-6);
        Assert.Equal(5, average.state_dict()["1.num_batches_tracked"].item<long>());
    }

    [Fact]
    public void The_average_of_a_GAN_has_the_layout_of_its_generator()
    {
        ChannelsLast.Forced = true;
        using var gan = new AveragedImagesGan();

        gan.Step(new(rand(6, 2, 8, 8)));

        Assert.Equal(
            gan.G.state_dict().Values.Select(weight => weight.stride()),
            gan.AveragedG.state_dict().Values.Select(weight => weight.stride())
        );
        Assert.Contains(gan.AveragedG.parameters(), IsChannelsLast);
    }

    [BFloat16Fact]
    public void In_bfloat16_every_kind_of_convolution_gives_the_same_to_its_digits()
    {
        using var scope = NewDisposeScope();
        var options = new ConvolutionLayersGan.Options { Precision = GanPrecision.BFloat16, BatchSize = Batch };
        using var plain = new ConvolutionLayersGan(options);
        ChannelsLast.Forced = true;
        using var other = new ConvolutionLayersGan(options);
        using var images = new ConvolutionLayersGan.Images(rand(Batch, 3, 8, 10));
        using var latents = plain.DrawLatents(Batch);
        other.DrawLatents(Batch).Dispose();

        var (expected, found) = (plain.Step(images, latents), other.Step(images, latents));

        Assert.InRange(Math.Abs(found.DiscriminatorLoss - expected.DiscriminatorLoss), 0, 0.02);
        Assert.InRange(Math.Abs(found.GeneratorLoss - expected.GeneratorLoss), 0, 0.02);
        AssertSameSamples(plain, other, 0.05);
    }

    [Fact]
    public void Gradients_are_clipped_by_the_same_norm()
    {
        using var scope = NewDisposeScope();
        using var plain = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Conv2d(4, 2, 2));
        using var other = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Conv2d(4, 2, 2));
        Weights.Copy(plain, other);
        ChannelsLast.Apply(other);
        var input = randn(2, 3, 6, 6);
        foreach (var network in new[] { plain, other })
        {
            network.call(input).square().sum().backward();
            GradientClipping.Apply(network, 0.1);
        }

        Assert.True(IsChannelsLast(other.parameters().First().grad!));
        Values.AssertRelative(Weights.Gradients(plain), Weights.Gradients(other), 1e-5, "gradients");
    }

    [Fact]
    public void Files_for_others_hold_the_same_bytes()
    {
        using var plain = (ConvolutionLayersGan)Create(typeof(ConvolutionLayersGan), channelsLast: false);
        using var other = (ConvolutionLayersGan)Create(typeof(ConvolutionLayersGan), channelsLast: true);

        plain.ExportOnnx(folder["plain.onnx"]);
        other.ExportOnnx(folder["other.onnx"]);
        plain.D.SavePyTorch(folder["plain.pt"]);
        other.D.SavePyTorch(folder["other.pt"]);

        Assert.Equal(File.ReadAllBytes(folder["plain.onnx"]), File.ReadAllBytes(folder["other.onnx"]));
        Assert.Equal(File.ReadAllBytes(folder["plain.pt"]), File.ReadAllBytes(folder["other.pt"]));
    }

    [Theory]
    [InlineData(64, 1, 1024, DeviceType.CUDA, GanPrecision.Float32, true)]
    [InlineData(1, 64, 1024, DeviceType.CUDA, GanPrecision.TensorFloat32, true)]
    [InlineData(63, 63, 4096, DeviceType.CUDA, GanPrecision.BFloat16, false)]
    [InlineData(64, 64, 1023, DeviceType.CUDA, GanPrecision.Float32, false)]
    [InlineData(64, 64, 1023, DeviceType.CUDA, GanPrecision.TensorFloat32, false)]
    [InlineData(64, 64, 49, DeviceType.CUDA, GanPrecision.BFloat16, true)]
    [InlineData(64, 64, 4096, DeviceType.CPU, GanPrecision.BFloat16, false)]
    public void It_is_applied_on_GPUs_to_networks_that_are_large_enough(
        int inChannels,
        int outChannels,
        long places,
        DeviceType device,
        GanPrecision precision,
        bool expected
    )
    {
        using var network = nn.Sequential(nn.Linear(100, 100), nn.Conv2d(inChannels, outChannels, 3));

        Assert.Equal(expected, ChannelsLast.IsFaster(network, places, device, precision));
    }

    [Fact]
    public void Processors_keep_the_usual_layout()
    {
        using var gan = new TutorialGan();

        Assert.DoesNotContain(gan.G.parameters().Concat(gan.D.parameters()), IsChannelsLast);
    }

    [CudaFact]
    public void On_a_GPU_it_changes_no_number_but_by_rounding()
    {
        ChannelsLast.Forced = true;
        using var last = new TutorialGan(new() { Device = GanDevice.Cuda, BatchSize = 8 });
        ChannelsLast.Forced = false;
        using var first = new TutorialGan(new() { Device = GanDevice.Cuda, BatchSize = 8 });
        ChannelsLast.Forced = null;
        Assert.Contains(last.G.parameters(), IsChannelsLast);
        Assert.Contains(last.D.parameters(), IsChannelsLast);
        Assert.DoesNotContain(first.G.parameters(), IsChannelsLast);

        using var latents = last.DrawLatents(8);
        using TutorialGan.Images expected = first.Sample(latents),
            found = last.Sample(latents);

        // Convolutions round their factors to 11 bits unless torch is told otherwise.
        Values.AssertRelative(Values.Of(expected.Tensor), Values.Of(found.Tensor), 1e-2);
    }

    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic;

    private static bool Convolves(Type network) =>
        network
            .GetFields(Any | BindingFlags.Instance)
            .Any(field =>
                field.FieldType.IsAssignableTo(typeof(Convolution))
                && !field.FieldType.Name.EndsWith("1d", StringComparison.Ordinal)
            );

    private static bool IsChannelsLast(Tensor tensor) =>
        tensor.dim() >= 4 && !tensor.is_contiguous() && tensor.stride(1) == 1;

    /// <summary>Whether the layouts differ: not so for one channel or one tap.</summary>
    private static bool HasChoice(Tensor weight) =>
        weight.dim() >= 4 && weight.size(1) > 1 && weight.numel() > weight.size(0) * weight.size(1);

    private static IEnumerable<Tensor> Kernels(IGan gan) =>
        Networks(gan)
            .SelectMany(network => network.modules())
            .OfType<Convolution>()
            .Select(convolution => convolution.weight!);

    private static IEnumerable<nn.Module> Networks(IGan gan) => [gan.Generator, gan.Discriminator];

    private static IGan Create(Type type, bool channelsLast)
    {
        ChannelsLast.Forced = channelsLast;
        var optionsType = type.GetNestedType("Options")!;
        var options = (IGanOptions)Activator.CreateInstance(optionsType)!;
        foreach (var (name, value) in new (string, object)[] { ("BatchSize", Batch), ("Epochs", 9), ("Steps", 4) })
        {
            optionsType.GetProperty(name)!.SetValue(options, value);
        }

        return (IGan)
            type.GetConstructor([optionsType])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null);
    }

    private static Dataset DataFor(IGan gan)
    {
        var count = (3 * Batch * gan.Settings.DiscriminatorSteps) + 1;
        manual_seed(17);
        using var scope = NewDisposeScope();
        var examples = new TensorDataset(rand([count, .. gan.ExampleShape]), gan.Range);
        return gan.ClassCount is { } classes
            ? new LabeledDataset(examples, [.. Enumerable.Range(0, count).Select(index => index % classes)])
            : examples;
    }

    private static void AssertSameSamples(IGan plain, IGan other, double tolerance)
    {
        using Batch expected = plain.Sample(4),
            found = other.Sample(4);
        Assert.True(found.Tensor.is_contiguous());
        Values.AssertRelative(Values.Of(expected.Tensor), Values.Of(found.Tensor), tolerance, "samples");
    }

    private static double[] Numbers(StepRecord step) =>
        [.. step.Measurements.Select(each => float.IsFinite(each.Value) ? each.Value : 0.0)];
}
