using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Options;

/// <summary>The option Device.</summary>
public sealed class DeviceTests
{
    [NoCudaFact]
    public void Asking_for_CUDA_where_there_is_none_is_refused_before_anything_is_made()
    {
        var live = Live.Count;

        var refusal = Assert.Throws<GanException>(() => new DeclaredGan(new() { Device = GanDevice.Cuda }));

        Assert.Equal(
            "Device is Cuda, but libtorch finds no CUDA GPU here; set Device to Cpu, or install a GPU driver and refer to "
                + "TorchSharp-cuda-linux or TorchSharp-cuda-windows in the place of TorchSharp-cpu.",
            refusal.Message
        );
        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void On_the_processor_everything_is_on_the_processor()
    {
        using var gan = new ConvolutionGan();
        using var samples = gan.Sample(2);

        Assert.Equal(DeviceType.CPU, samples.Tensor.device_type);
        Assert.All(gan.D.parameters(), parameter => Assert.Equal(DeviceType.CPU, parameter.device_type));
    }

    [CudaFact]
    public void On_the_GPU_networks_samples_and_measurements_are_there()
    {
        using var gan = new ConvolutionGan(new() { Device = GanDevice.Cuda, BatchSize = 4 });
        using var images = new ConvolutionGan.Images(zeros(8, 1, 8, 8));

        var steps = gan.Train(images, epochs: 3).ToList();
        using var samples = gan.Sample(2);

        Assert.Equal(6, steps.Count);
        Assert.All(steps, step => Assert.True(float.IsFinite(step.TotalLoss)));
        Assert.Equal(DeviceType.CUDA, samples.Tensor.device_type);
        Assert.All(gan.G.parameters(), parameter => Assert.Equal(DeviceType.CUDA, parameter.device_type));
    }

    [CudaFact]
    public void Minibatches_for_the_GPU_are_there_and_have_the_values_of_those_for_the_processor()
    {
        using var values = randn(4000, 2);
        using var ahead = new TensorDataset(values);
        using var inLine = new RecordingDataset(4000);
        foreach (var data in new Dataset[] { ahead, inLine })
        {
            var expected = new GanDsl.Training.Minibatches(
                new("Gan", [2], ValueRange.Unbounded, null, CPU),
                data,
                1,
                16,
                1
            );
            var found = new GanDsl.Training.Minibatches(
                new("Gan", [2], ValueRange.Unbounded, null, CUDA),
                data,
                1,
                16,
                1
            );
            foreach (var (one, other) in expected.Epoch(1).Zip(found.Epoch(1)))
            {
                using (one)
                using (other)
                {
                    Assert.Equal(DeviceType.CUDA, other.Examples.device_type);
                    Assert.Equal(Values.Of(one.Examples), Values.Of(other.Examples));
                }
            }
        }
    }

    // The weights and the latents are drawn on the processor whatever the device, and nothing else is random here.
    [CudaFact]
    public void The_GPU_computes_what_the_processor_computes()
    {
        foreach (
            var update in new[] { typeof(AlternatingNonSaturatingBatchNormGan), typeof(SimultaneousSaturatingGan) }
        )
        {
            using var processor = new GanUnderTest(update, ("Seed", 6));
            using var gpu = new GanUnderTest(update, ("Seed", 6), ("Device", GanDevice.Cuda));
            using var real = tensor([.. Enumerable.Range(0, 32).Select(i => MathF.Sin(i))], 16, 2);
            for (var step = 0; step < 5; step++)
            {
                var (expected, found) = (processor.Step(real), gpu.Step(real));

                Assert.Equal(expected.DiscriminatorLoss, found.DiscriminatorLoss, 1e-4);
                Assert.Equal(expected.GeneratorLoss, found.GeneratorLoss, 1e-4);
                Assert.Equal(expected.FakeScore, found.FakeScore, 1e-4);
            }
        }
    }

    // Its convolutions round their factors unless torch is told otherwise.
    [CudaTheory]
    [InlineData(typeof(SimultaneousImagesGan))]
    [InlineData(typeof(Models.Layers.LayerGans.Conv2dGan))]
    public void The_GPU_computes_maps_as_the_processor_does(Type type)
    {
        var rounds = backends.cudnn.allow_tf32;
        backends.cudnn.allow_tf32 = false;
        try
        {
            using var processor = EveryGan.Create(type, 8, steps: 4);
            using var gpu = EveryGan.Create(type, 8, 4, ("Device", GanDevice.Cuda));
            using var data = EveryGan.DataFor(processor);
            foreach (var (expected, found) in processor.Train(data).Zip(gpu.Train(data)))
            {
                Assert.Equal(expected.DiscriminatorLoss, found.DiscriminatorLoss, 1e-3);
                Assert.Equal(expected.GeneratorLoss, found.GeneratorLoss, 1e-3);
            }
        }
        finally
        {
            backends.cudnn.allow_tf32 = rounds;
        }
    }

    [CudaFact]
    public void Samples_of_the_GPU_are_those_of_the_processor()
    {
        using var processor = new ConvolutionGan(new() { Seed = 2 });
        using var gpu = new ConvolutionGan(new() { Seed = 2, Device = GanDevice.Cuda });
        using var expected = processor.Sample(3);
        using var found = gpu.Sample(3);

        Values.AssertRelative(Values.Of(expected.Tensor), Values.Of(found.Tensor), 1e-4);
    }

    [CudaFact]
    public void On_the_GPU_the_same_seed_gives_the_same_dropout_whoever_else_draws()
    {
        using var one = new DropoutGan(
            new()
            {
                Seed = 3,
                BatchSize = 16,
                Device = GanDevice.Cuda,
            }
        );
        using var other = new DropoutGan(
            new()
            {
                Seed = 3,
                BatchSize = 16,
                Device = GanDevice.Cuda,
            }
        );
        for (var step = 0; step < 5; step++)
        {
            using var scope = NewDisposeScope();
            using var real = new DropoutGan.Points(randn(16, 2));
            var expected = one.Step(real);
            randn(100, device: CUDA);
            var found = other.Step(real);
            randn(7, device: CUDA);

            Assert.Equal(expected.DiscriminatorLoss, found.DiscriminatorLoss);
            Assert.Equal(expected.GeneratorLoss, found.GeneratorLoss);
        }
    }

    [CudaFact]
    public void Values_that_spoil_training_on_the_GPU_are_said_at_once_or_some_steps_later()
    {
        using var gan = new DropoutGan(new() { BatchSize = 8, Device = GanDevice.Cuda });
        using var good = new DropoutGan.Points(zeros(8, 2));
        using var bad = new DropoutGan.Points(full([8, 2], float.NaN));

        Assert.Contains("NaN", Assert.Throws<GanException>(() => gan.Step(bad)).Message);
        for (var step = 0; step < 10; step++)
        {
            gan.Step(good);
        }

        var later = Assert.Throws<GanException>(() =>
        {
            for (var step = 0; step < 200; step++)
            {
                gan.Step(bad);
            }
        });
        Assert.Contains("NaN", later.Message);
    }

    [CudaFact]
    public void Weights_of_the_GPU_are_loaded_on_the_processor_and_back()
    {
        using var folder = new TemporaryFolder();
        using var gpu = new ConvolutionGan(new() { Seed = 2, Device = GanDevice.Cuda });
        using var processor = new ConvolutionGan(new() { Seed = 9 });
        using var back = new ConvolutionGan(new() { Seed = 10, Device = GanDevice.Cuda });

        gpu.Save(folder["gpu.safetensors"]);
        processor.Load(folder["gpu.safetensors"]);
        processor.Save(folder["processor.safetensors"]);
        back.Load(folder["processor.safetensors"]);

        foreach (var (expected, found) in gpu.G.parameters().Zip(back.G.parameters()))
        {
            Assert.Equal(Values.Of(expected), Values.Of(found));
        }
    }
}
