using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Monitors;

public sealed class NotFiniteTests
{
    private static readonly float[] Good = [1, 1, 0.5f, 0.5f, 0];

    /// <summary>Every GAN of the tests: with labels, packing, penalties, and layers of all kinds.</summary>
    public static TheoryData<Type> Gans =>
        [
            .. typeof(NotFiniteTests)
                .Assembly.GetTypes()
                .Where(type =>
                    typeof(IGan).IsAssignableFrom(type)
                    && type.Namespace == typeof(PlainGan).Namespace
                    && type != typeof(MisdeclaredGan)
                    && type.GetConstructors() is [{ } constructor]
                    && constructor.GetParameters().Length == 1
                )
                .OrderBy(type => type.Name, StringComparer.Ordinal),
        ];

    [Theory, MemberData(nameof(Gans))]
    public void The_outputs_of_a_new_GAN_are_finite(Type type)
    {
        using var gan = (IGan)Activator.CreateInstance(type, [null])!;
        using var before = gan.Sample(2);

        Assert.Null(NotFiniteLayer.InWeights(gan));
        Assert.Null(NotFiniteLayer.InOutputs(gan));
    }

    [Fact]
    public void A_layer_of_D_that_fails_for_one_class_alone_is_named()
    {
        using var gan = new ModulatedGan();
        using (no_grad())
        {
            gan.D.state_dict()["film1.scales"][2].fill_(float.MaxValue);
            gan.D.state_dict()["linear1.bias"].fill_(100);
        }

        Assert.Null(NotFiniteLayer.InWeights(gan));
        Assert.Equal("the output of film1 of the discriminator", NotFiniteLayer.InOutputs(gan));
    }

    [Fact]
    public void A_huge_step_size_ends_in_a_named_layer()
    {
        using var gan = new DeepGan(
            new DeepGan.Options { GeneratorLearningRate = 1e6, DiscriminatorLearningRate = 1e6 }
        );
        var monitors = new TrainingMonitors { Every = 1 }.StopWhen(new NotFinite());

        foreach (var step in gan.Train(count => randn(count, 2), steps: 50))
        {
            monitors.Watch(gan, step);
            if (monitors.StopReason is not null)
            {
                break;
            }
        }

        Assert.Matches(
            @"(weight|bias) of linear\d of the (generator|discriminator)\.$",
            monitors.StopReason?.Message ?? "nothing was noticed"
        );
        Assert.True(gan.Settings is not null && monitors.StopReason!.Step < 50);
    }

    [Fact]
    public void The_first_weight_that_is_not_finite_is_named()
    {
        using var gan = new ConvolutionGan();
        using (no_grad())
        {
            gan.D.get_parameter("conv2.weight")!.fill_(float.NaN);
            gan.D.get_parameter("linear1.weight")!.fill_(float.NaN);
        }

        Assert.Equal(
            "The first value that is not finite is in the weight of conv2 of the discriminator.",
            new NotFinite().Look(gan, GivenStep.Of([Good], "R1"))
        );
    }

    [Fact]
    public void The_first_layer_whose_output_is_not_finite_is_named()
    {
        using var gan = new ConvolutionGan();
        using (no_grad())
        {
            gan.D.get_parameter("conv1.weight")!.fill_(1e25f);
            gan.D.get_parameter("conv2.weight")!.fill_(1e25f);
        }

        Assert.Equal(
            "GeneratorLoss is infinite at step 2; the first value that is not finite is in the output of conv2 of the discriminator.",
            new NotFinite().Look(gan, GivenStep.Of([Good, [1, float.PositiveInfinity, 0, 0, 0]], "R1"))
        );
        Assert.True(gan.D.training);
    }

    /// <summary>Samples come from the average of the weights, which is well yet.</summary>
    [Fact]
    public void The_generator_that_learns_is_looked_at_and_not_its_average()
    {
        using var gan = new AveragedImagesGan();
        using (no_grad())
        {
            gan.G.get_parameter("convTranspose1.weight")!.fill_(float.MaxValue);
        }

        using var sampled = gan.Sample(2);

        Assert.True(sampled.Tensor.isfinite().all().item<bool>());
        Assert.Equal("the output of convTranspose1 of the generator", NotFiniteLayer.InOutputs(gan));
    }

    /// <summary>As a module of the user's may, also in evaluation mode.</summary>
    [Fact]
    public void Random_numbers_of_torch_go_on_as_if_no_layer_had_drawn_any()
    {
        using var gan = new ConvolutionGan();
        using var scope = NewDisposeScope();
        var drawn = new List<double>();
        var layer = (nn.Module<Tensor, Tensor>)gan.D.named_modules().Single(each => each.name == "conv1").module;
        layer.register_forward_hook(
            (_, _, output) =>
            {
                drawn.Add(Values.Single(rand(1)));
                return output;
            }
        );
        manual_seed(5);
        var expected = Values.Of(rand(3));

        manual_seed(5);
        Assert.Null(NotFiniteLayer.InOutputs(gan));
        Assert.Equal(expected, Values.Of(rand(3)));

        // What the layer draws is the same at each look.
        Assert.Null(NotFiniteLayer.InOutputs(gan));
        Assert.Equal(drawn[0], drawn[1]);
    }

    [Fact]
    public void A_network_is_watched_no_longer_than_asked_for()
    {
        using var gan = new ConvolutionGan();
        using var scope = NewDisposeScope();
        var images = full([2, 1, 8, 8], float.NaN);
        var ended = new OutputWatch(gan.D);
        ended.Dispose();
        using var watch = new OutputWatch(gan.D);

        gan.D.forward(images);

        Assert.Equal("conv1", watch.First);
        Assert.Null(ended.First);
    }

    [Fact]
    public void The_state_of_an_optimiser_is_looked_at()
    {
        using var gan = new ConvolutionGan();
        foreach (var (name, state) in gan.GeneratorOptimizer.Kept())
        {
            if (name == "0.exp_avg_sq")
            {
                state.fill_(float.PositiveInfinity);
            }
        }

        Assert.Equal(
            "The first value that is not finite is in what the optimiser keeps (exp_avg_sq) for the weight of linear1 of the generator.",
            new NotFinite().Look(gan, GivenStep.Of([Good], "R1"))
        );
    }

    [Theory]
    [InlineData(0, float.NaN, "DiscriminatorLoss is not a number at step 1")]
    [InlineData(1, float.NegativeInfinity, "GeneratorLoss is minus infinite at step 1")]
    [InlineData(2, float.NaN, "RealScore is not a number")]
    [InlineData(3, float.NaN, "FakeScore is not a number")]
    [InlineData(4, float.PositiveInfinity, "R1 is infinite")]
    [InlineData(4, float.NaN, null)]
    public void Losses_and_scores_are_never_not_computed(int place, float value, string? expected)
    {
        using var gan = new NarrowGan();
        var row = Good.ToArray();
        row[place] = value;

        var message = new NotFinite().Look(gan, GivenStep.Of([row], "R1"));

        if (expected is null)
        {
            Assert.Null(message);
        }
        else
        {
            Assert.StartsWith(expected, message);
            Assert.Contains("although weights and outputs are finite", message);
        }
    }
}
