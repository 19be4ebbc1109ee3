using static TorchSharp.torch;
using Gan = GanDsl.Tests.Models.AlternatingNonSaturatingGan;
using SimultaneousGan = GanDsl.Tests.Models.SimultaneousNonSaturatingGan;

namespace GanDsl.Tests.Training;

/// <summary>A step is refused rows and latents that do not add up, before anything moves.</summary>
public sealed class StepRowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Real_rows_that_are_no_multiple_of_the_discriminator_steps(int rows)
    {
        using var gan = new Gan(new() { DiscriminatorSteps = 3 });
        using var real = new Gan.Points(zeros(rows, 2));

        AssertRefused(
            gan,
            () => gan.Step(real),
            $"A step takes the same number of real rows for each of its 3 discriminator steps, but was given {rows}; give it a "
                + "multiple of 3, at least 3."
        );
    }

    [Fact]
    public void One_row_where_a_layer_normalises_one_value_over_the_minibatch()
    {
        using var gan = new Models.DeclaredGan(new() { DiscriminatorSteps = 1 });
        using var real = new Models.DeclaredGan.Points(zeros(1, 2));

        var refused = Assert.Throws<ArgumentException>(() => gan.Step(real));

        Assert.Equal(
            "A layer normalises one value per channel over the minibatch, so a discriminator step takes at least 2 real rows, but was given 1.",
            refused.Message
        );
    }

    [Fact]
    public void Too_few_rows_for_the_parts_whose_gradients_are_accumulated()
    {
        using var gan = new Models.AlternatingAccumulatedGan();
        using var real = new Models.AlternatingAccumulatedGan.Points(zeros(3, 2));

        var refused = Assert.Throws<ArgumentException>(() => gan.Step(real));

        Assert.Equal(
            "A layer normalises one value per channel over the minibatch, so a discriminator step takes at least 6 real rows, 2 for each of "
                + "the 3 parts whose gradients are accumulated, but was given 3.",
            refused.Message
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void Another_number_of_latents_than_of_rows_for_each_discriminator_step(int latents)
    {
        using var gan = new Gan(new() { DiscriminatorSteps = 2 });
        using var real = new Gan.Points(zeros(6, 2));
        using var given = new Gan.Latents(zeros(latents, 3));

        AssertRefused(
            gan,
            () => gan.Step(real, given),
            $"A step on 3 real rows for each discriminator step takes 3 latents, but was given {latents}."
        );
    }

    [Fact]
    public void A_simultaneous_step_takes_as_many_latents_as_rows()
    {
        using var gan = new SimultaneousGan();
        using var real = new SimultaneousGan.Points(zeros(6, 2));
        using var given = new SimultaneousGan.Latents(zeros(5, 3));

        Assert.Equal(
            "A step on 6 real rows for each discriminator step takes 6 latents, but was given 5.",
            Assert.Throws<ArgumentException>(() => gan.Step(real, given)).Message
        );
    }

    [Fact]
    public void The_batch_size_is_that_of_the_batch_and_not_of_the_options()
    {
        using var gan = new Gan(new() { BatchSize = 64 });
        using var real = new Gan.Points(zeros(5, 2));

        Assert.Equal(1, gan.Step(real).Number);
    }

    [Fact]
    public void Batches_of_another_shape_are_refused_with_both_shapes()
    {
        using var wrong = zeros(5, 3);

        Assert.StartsWith(
            "AlternatingNonSaturatingGan.Points holds [N, 2], but the tensor is [5, 3];",
            Assert.Throws<ArgumentException>(() => new Gan.Points(wrong)).Message
        );
        Assert.StartsWith(
            "AlternatingNonSaturatingGan.Latents holds [N, 3], but the tensor is [5, 2];",
            Assert.Throws<ArgumentException>(() => new Gan.Latents(zeros(5, 2))).Message
        );
    }

    private static void AssertRefused(Gan gan, Func<object> step, string sentence)
    {
        var (before, live) = (Weights.Parameters(gan.D), Live.Count);

        Assert.Equal(sentence, Assert.Throws<ArgumentException>(step).Message);

        Assert.Equal(before, Weights.Parameters(gan.D));
        Assert.Equal(live, Live.Count);
    }
}
