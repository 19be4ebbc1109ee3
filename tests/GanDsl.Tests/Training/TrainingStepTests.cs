using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>What a step reports, whenever it is read.</summary>
public sealed class TrainingStepTests
{
    // Worked by hand: D is made linear in x with known weights, G constant, so that every logit is known.
    [Theory]
    [InlineData(typeof(SimultaneousNonSaturatingGan), false)]
    [InlineData(typeof(SimultaneousSaturatingGan), true)]
    public void The_numbers_are_those_of_the_known_logits(Type model, bool saturating)
    {
        using var scope = NewDisposeScope();
        using var gan = new GanUnderTest(model);
        Set(gan.D, "linear1.weight", 1);
        Set(gan.D, "linear1.bias", 0);
        Set(gan.D, "linear2.weight", 1);
        Set(gan.D, "linear2.bias", -2);
        Set(gan.G, "linear2.weight", 0);
        Set(gan.G, "linear2.bias", 0.25f);

        // s(x) = 5·max(x₁ + x₂, 0) - 2 for x₁ + x₂ ≥ 0: the logits of real rows are -1 and 3, those of fakes 0.5.
        var step = gan.Step(tensor(new[] { 0.1f, 0.1f, 0.5f, 0.5f }, 2, 2), randn(2, 3));

        var discriminatorLoss = ((Exact.Softplus(1) + Exact.Softplus(-3)) / 2) + Exact.Softplus(0.5);
        Assert.Equal(discriminatorLoss, step.DiscriminatorLoss, 1e-6);
        Assert.Equal(saturating ? -Exact.Softplus(0.5) : Exact.Softplus(-0.5), step.GeneratorLoss, 1e-6);
        Assert.Equal((Exact.Sigmoid(-1) + Exact.Sigmoid(3)) / 2, step.RealScore, 1e-6);
        Assert.Equal(Exact.Sigmoid(0.5), step.FakeScore, 1e-6);
        Assert.Equal(discriminatorLoss + Exact.Softplus(-0.5), step.TotalLoss!.Value, 1e-6);
        Assert.Equal(-discriminatorLoss, step.Value!.Value, 1e-6);
        Assert.Equal((Math.Log(4) - discriminatorLoss) / 2, step.JensenShannonDivergence!.Value, 1e-6);
    }

    [Fact]
    public void Can_be_read_when_the_training_is_far_ahead_and_when_the_gan_is_gone()
    {
        var gan = new AlternatingSaturatingGan(new() { BatchSize = 4, Seed = 9 });
        var steps = gan.Train(rows => randn(rows, 2), steps: 30).ToList();
        var early = steps.Take(10).Select(Read).ToList();

        steps.AddRange(gan.Train(rows => randn(rows, 2), steps: 200));
        var late = steps.Select(Read).ToList();
        gan.Dispose();

        Assert.Equal(early, late[..10]);
        Assert.Equal(late, steps.Select(Read));
        Assert.Equal(Enumerable.Range(1, 230).Select(number => (long)number), steps.Select(step => step.Number));
        Assert.Equal(230, late.Distinct().Count());
    }

    [Fact]
    public void A_step_nobody_read_can_be_read_when_the_gan_is_gone()
    {
        AlternatingNonSaturatingGan.TrainingStep step;
        float expected;
        using (var real = new AlternatingNonSaturatingGan.Points(randn(4, 2)))
        {
            using (var gan = new AlternatingNonSaturatingGan())
            {
                step = gan.Step(real);
            }

            using var again = new AlternatingNonSaturatingGan();
            expected = again.Step(real).TotalLoss;
        }

        Assert.Equal(expected, step.TotalLoss);
    }

    [Fact]
    public void A_step_by_hand_belongs_to_no_epoch_until_there_was_one()
    {
        using var gan = new AlternatingNonSaturatingGan(new() { BatchSize = 4 });
        using var points = new AlternatingNonSaturatingGan.Points(randn(8, 2));

        Assert.Equal((1, 0), (gan.Step(points).Number, gan.Step(points).Epoch));
        Assert.Equal([1, 1, 2, 2], gan.Train(points, epochs: 2).Select(step => step.Epoch));
        Assert.Equal((7, 2), (gan.Step(points).Number, gan.Step(points).Epoch));
    }

    private static (float, float, float, float, float) Read(AlternatingSaturatingGan.TrainingStep step) =>
        (step.DiscriminatorLoss, step.GeneratorLoss, step.RealScore, step.FakeScore, step.TotalLoss);

    private static void Set(nn.Module network, string parameter, float value)
    {
        using var noGradients = no_grad();
        network.state_dict()[parameter].fill_(value);
    }
}
