using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;
using BatchNormGan = GanDsl.Tests.Models.SimultaneousNonSaturatingBatchNormGan;
using Gan = GanDsl.Tests.Models.AlternatingNonSaturatingGan;

namespace GanDsl.Tests.Training;

/// <summary>A step is the same whatever surrounds it: what the caller has switched off, frozen, or drawn from torch's random numbers.</summary>
public sealed class SurroundingsTests
{
    private static readonly float[] Numbers = [.. Enumerable.Range(0, 40).Select(i => MathF.Sin(0.9f * i))];

    public static TheoryData<Func<IDisposable>> Modes => [() => no_grad(), () => inference_mode(true)];

    [Theory]
    [MemberData(nameof(Modes), DisableDiscoveryEnumeration = true)]
    public void Without_gradients_outside_a_step_is_the_same_step(Func<IDisposable> mode)
    {
        var expected = Trained();

        double[] found;
        using (mode())
        {
            found = Trained();
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public void The_callers_mode_is_as_it_was_after_a_step()
    {
        using var gan = new DropoutGan();
        using var real = new DropoutGan.Points(rand(4, 2));
        using (no_grad())
        {
            gan.Step(real);
            Assert.False(is_grad_enabled());
        }

        using (inference_mode(true))
        {
            Assert.True(is_inference_mode_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    /// <summary>In float16, which no other test asks for: what margins are made with is kept by type.</summary>
    [Fact]
    public void A_loss_that_was_looked_at_in_inference_mode_first_can_be_learnt_from()
    {
        using var scope = NewDisposeScope();
        using (inference_mode(true))
        {
            Gan.Losses.DiscriminatorOnBoth(zeros([4, 1], float16));
        }

        var logits = zeros([4, 1], float16).requires_grad_();
        Gan.Losses.DiscriminatorOnBoth(logits).backward();

        Assert.Equal([-0.25, -0.25, 0.25, 0.25], Values.Of(logits.grad!.to(float64)));
    }

    [Fact]
    public void Evaluation_mode_before_training_changes_nothing()
    {
        Assert.Equal(
            Trained(),
            Trained(gan =>
            {
                gan.G.eval();
                gan.D.eval();
            })
        );
    }

    [Fact]
    public void A_part_that_is_in_evaluation_mode_stays_so()
    {
        using var gan = new ConvolutionGan();
        using var real = new ConvolutionGan.Images(rand(6, 1, 8, 8));
        var normalization = gan.D.modules().OfType<nn.Module>().First(module => module.GetName().Contains("BatchNorm"));
        normalization.eval();

        gan.Step(real);
        Assert.Null(NotFiniteLayer.InOutputs(gan));

        Assert.False(normalization.training);
        Assert.True(gan.D.training);
    }

    [Fact]
    public void A_part_of_the_generator_that_is_in_evaluation_mode_stays_so()
    {
        using var gan = new ConvolutionGan();
        var normalization = gan.G.modules().First(module => module.GetName().Contains("BatchNorm"));
        normalization.eval();

        gan.Sample(4).Dispose();
        Assert.False(normalization.training);
        gan.ComputeStandingStatistics(8);
        Assert.False(normalization.training);
        Assert.True(gan.G.training);
    }

    [Fact]
    public void A_network_that_is_frozen_whole_is_refused()
    {
        using var gan = new DropoutGan();
        using var real = new DropoutGan.Points(rand(4, 2));
        foreach (var parameter in gan.D.parameters())
        {
            parameter.requires_grad = false;
        }

        Assert.Equal(
            "Every parameter of the discriminator is frozen, so it cannot learn; set requires_grad to true for those that are to move.",
            Assert.Throws<InvalidOperationException>(() => gan.Step(real)).Message
        );

        foreach (var parameter in gan.D.parameters())
        {
            parameter.requires_grad = true;
        }

        gan.Step(real);
    }

    // As when the first layers of a trained discriminator are kept (Mo et al. 2020).
    [Theory]
    [InlineData(typeof(Gan))]
    [InlineData(typeof(SimultaneousNonSaturatingGan))]
    [InlineData(typeof(BatchNormGan))]
    public void Parameters_that_are_frozen_stay_and_the_others_move(Type model)
    {
        using var gan = new GanUnderTest(model);
        var (frozen, other) = (gan.D.parameters().First(), gan.D.parameters().Last());
        frozen.requires_grad = false;
        var (before, otherBefore) = (Values.Of(frozen), Values.Of(other));

        gan.Step(rand(4, 2));

        Assert.Equal(before, Values.Of(frozen));
        Assert.NotEqual(otherBefore, Values.Of(other));
        Assert.False(frozen.requires_grad);
    }

    [Fact]
    public void Drawing_from_torch_in_between_changes_no_bit_of_training()
    {
        Assert.Equal(Trained(), Trained(disturb: () => randn(17).Dispose()));
        Assert.Equal(Trained(), Trained(disturb: () => manual_seed(3)));
    }

    [Fact]
    public void Training_changes_nothing_that_the_caller_draws_from_torch()
    {
        using var gan = new DropoutGan();
        using var real = new DropoutGan.Points(ones(4, 2));
        manual_seed(5);
        using var expected = rand(4);

        manual_seed(5);
        gan.Step(real);
        using var found = rand(4);

        Assert.Equal(Values.Of(expected), Values.Of(found));
    }

    [Fact]
    public void Each_step_draws_other_random_numbers()
    {
        using var gan = new DropoutGan(new() { GeneratorLearningRate = 1e-100, DiscriminatorLearningRate = 1e-100 });
        using var real = new DropoutGan.Points(ones(4, 2));
        using var latents = new DropoutGan.Latents(ones(4, 4));

        Assert.NotEqual(gan.Step(real, latents).DiscriminatorLoss, gan.Step(real, latents).DiscriminatorLoss);
    }

    [Fact]
    public void Steps_and_samplers_draw_from_sequences_of_their_own()
    {
        static double[] Drawn(SeededRandomness begun)
        {
            using (begun)
            using (var drawn = rand(4))
            {
                return Values.Of(drawn);
            }
        }

        Assert.Equal(Drawn(SeededRandomness.OfSampler(3, 0)), Drawn(SeededRandomness.OfSampler(3, 0)));
        Assert.NotEqual(Drawn(SeededRandomness.OfSampler(3, 0)), Drawn(SeededRandomness.OfStep(3, 0, CPU)));
        Assert.NotEqual(Drawn(SeededRandomness.OfSampler(3, 0)), Drawn(SeededRandomness.OfSampler(4, 0)));
    }

    [Fact]
    public void All_epochs_that_can_be_counted_can_be_asked_for_after_one()
    {
        using var data = new RecordingDataset(8);
        using var gan = new Gan(new() { BatchSize = 4 });
        gan.Train(data, epochs: 1).Count();

        Assert.Equal(5, gan.Train(data, epochs: int.MaxValue).Take(5).Count());
    }

    [Fact]
    public void A_sampler_that_answers_the_same_tensor_again_is_told_so()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var same = randn(4, 2);

        var message = Assert.Throws<GanException>(() => gan.Train(_ => same, steps: 2).Count()).Message;

        Assert.Equal(
            "The sampler answered a tensor that is disposed, as a step disposes what it has learnt from; answer a new one each time, such as "
                + "tensor.clone().",
            message
        );
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e7)]
    [InlineData(double.NaN)]
    [InlineData(0)]
    public void A_step_size_that_nothing_learns_with_is_refused(double rate)
    {
        Assert.EndsWith(
            ", but it has to be a number above 0, at most 1000000.",
            Assert.Throws<GanException>(() => new Gan(new() { GeneratorLearningRate = rate })).Message
        );
        using var gan = new Gan();
        if (rate != 0)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => gan.GeneratorOptimizer.LearningRate = rate);
        }
    }

    /// <summary>The weights of a GAN with dropout after some steps.</summary>
    private static double[] Trained(Action<DropoutGan>? prepare = null, Action? disturb = null)
    {
        using var gan = new DropoutGan(new() { Seed = 4 });
        prepare?.Invoke(gan);
        for (var step = 0; step < 3; step++)
        {
            disturb?.Invoke();
            using var real = new DropoutGan.Points(tensor(Numbers, 20, 2));
            gan.Step(real);
        }

        using var data = new RecordingDataset(16);
        foreach (var step in gan.Train(data, epochs: 1))
        {
            disturb?.Invoke();
        }

        return [.. Weights.Parameters(gan.G), .. Weights.Parameters(gan.D)];
    }
}
