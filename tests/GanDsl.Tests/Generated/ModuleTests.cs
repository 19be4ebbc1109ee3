using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>The generated networks are modules like any other: names, state, files.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void Parameters_are_named_as_in_PyTorch_by_kind_and_number()
    {
        using var gan = new ConvolutionGan();

        Assert.Equal(
            [
                ("linear1.weight", "32, 5"),
                ("linear1.bias", "32"),
                ("batchNorm1.weight", "32"),
                ("batchNorm1.bias", "32"),
                ("convTranspose1.weight", "8, 4, 4, 4"),
                ("convTranspose1.bias", "4"),
                ("batchNorm2.weight", "4"),
                ("batchNorm2.bias", "4"),
                ("convTranspose2.weight", "4, 1, 4, 4"),
                ("convTranspose2.bias", "1"),
            ],
            Parameters(gan.G)
        );
        Assert.Equal(
            [
                ("conv1.weight", "4, 1, 4, 4"),
                ("conv1.bias", "4"),
                ("conv2.weight", "6, 4, 3, 3"),
                ("conv2.bias", "6"),
                ("batchNorm1.weight", "6"),
                ("batchNorm1.bias", "6"),
                ("linear1.weight", "1, 24"),
                ("linear1.bias", "1"),
            ],
            Parameters(gan.D)
        );
    }

    [Fact]
    public void Names_that_are_declared_are_honoured_and_taken_by_no_other_layer()
    {
        using var gan = new DeclaredGan();

        Assert.Equal(
            ["project.weight", "project.bias", "normalise.weight", "normalise.bias", "linear1.weight", "linear1.bias"],
            gan.G.named_parameters().Select(parameter => parameter.name)
        );
        Assert.Equal(
            [
                ("linear2.weight", "4, 2"),
                ("linear2.bias", "4"),
                ("linear1.weight", "3, 4"),
                ("linear1.bias", "3"),
                ("linear3.weight", "1, 3"),
                ("linear3.bias", "1"),
            ],
            Parameters(gan.D)
        );
    }

    [Fact]
    public void The_state_holds_parameters_and_running_statistics()
    {
        using var gan = new DeclaredGan();

        Assert.Equal(
            [
                "linear1.bias",
                "linear1.weight",
                "normalise.bias",
                "normalise.num_batches_tracked",
                "normalise.running_mean",
                "normalise.running_var",
                "normalise.weight",
                "project.bias",
                "project.weight",
            ],
            gan.G.state_dict().Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Saved_networks_load_into_another_gan_bit_for_bit()
    {
        using var folder = new TemporaryFolder();
        using var trained = new ConvolutionGan(new() { Seed = 1, Steps = 3 });
        using var other = new ConvolutionGan(new() { Seed = 2 });
        using var images = new ConvolutionGan.Images((rand(12, 1, 8, 8) * 2) - 1);
        Assert.Equal(3, trained.Train(images).Count());

        trained.G.save(folder["generator.dat"]);
        trained.D.save(folder["discriminator.dat"]);
        other.G.load(folder["generator.dat"]);
        other.D.load(folder["discriminator.dat"]);

        Assert.Equal(Weights.Snapshot(trained.G), Weights.Snapshot(other.G));
        Assert.Equal(Weights.Snapshot(trained.D), Weights.Snapshot(other.D));
        using var latents = trained.DrawLatents(4);
        using var expected = trained.Sample(latents);
        using var found = other.Sample(latents);
        Assert.Equal(Values.Of(expected.Tensor), Values.Of(found.Tensor));
    }

    [Fact]
    public void The_state_of_one_loads_into_another()
    {
        using var one = new DeclaredGan(new() { Seed = 1 });
        using var other = new DeclaredGan(new() { Seed = 2 });
        Assert.NotEqual(Weights.Snapshot(one.G), Weights.Snapshot(other.G));

        other.G.load_state_dict(one.G.state_dict());

        Assert.Equal(Weights.Snapshot(one.G), Weights.Snapshot(other.G));
    }

    [Fact]
    public void Sampling_evaluates_and_leaves_the_running_statistics_alone()
    {
        using var gan = new ConvolutionGan();
        using var latents = gan.DrawLatents(6);
        var before = Weights.Snapshot(gan.G);

        using var samples = gan.Sample(latents);

        Assert.Equal(before, Weights.Snapshot(gan.G));
        Assert.False(samples.Tensor.requires_grad);
        Assert.True(gan.G.training);
        Assert.All(gan.G.modules(), module => Assert.True(module.training));

        // In evaluation the first of six samples does not depend on the others.
        using var first = new ConvolutionGan.Latents(latents.Tensor.narrow(0, 0, 1).clone());
        using var alone = gan.Sample(first);
        Values.AssertRelative(Values.Of(alone.Tensor), Values.Of(samples.Tensor)[..64], 1e-5);
    }

    [Fact]
    public void Sampling_leaves_a_generator_in_evaluation_as_it_was()
    {
        using var gan = new ConvolutionGan();
        gan.G.eval();

        gan.Sample(2).Dispose();

        Assert.False(gan.G.training);
    }

    [Fact]
    public void Sampling_uses_no_dropout()
    {
        using var gan = new DropoutGan();
        using var latents = gan.DrawLatents(20);
        using var one = gan.Sample(latents);
        using var other = gan.Sample(latents);
        using var training = gan.G.call(latents.Tensor);

        Assert.Equal(Values.Of(one.Tensor), Values.Of(other.Tensor));
        Assert.NotEqual(Values.Of(one.Tensor), Values.Of(training));
    }

    private static IEnumerable<(string, string)> Parameters(nn.Module network) =>
        network.named_parameters().Select(parameter => (parameter.name, string.Join(", ", parameter.parameter.shape)));
}
