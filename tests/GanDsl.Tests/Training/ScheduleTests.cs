using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Schedules by their formulas, and that each network follows its own.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(2, 0.75)]
    [InlineData(3, 1)]
    [InlineData(1_000_000_000_000, 1)]
    public void Warm_up(long step, double factor) => Assert.Equal(factor, Schedules.WarmUp(step, 4), 1e-15);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(15, 0.6)]
    [InlineData(20, 0.2)]
    [InlineData(21, 0.2)]
    public void Linear_decay(long step, double factor) =>
        Assert.Equal(factor, Schedules.LinearDecay(step, 10, 20, 0.2), 1e-15);

    [Fact]
    public void Linear_decay_over_all_numbers() =>
        Assert.Equal(0.5, Schedules.LinearDecay(int.MaxValue / 2, 0, int.MaxValue), 1e-8);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(25, 0.8681980515339464)]
    [InlineData(50, 0.55)]
    [InlineData(100, 0.1)]
    [InlineData(101, 0.1)]
    public void Cosine_decay(long step, double factor) =>
        Assert.Equal(factor, Schedules.CosineDecay(step, 100, 0.1), 1e-15);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 0.5)]
    [InlineData(35, 0.125)]
    public void Step_decay(long step, double factor) => Assert.Equal(factor, Schedules.StepDecay(step, 10, 0.5), 1e-15);

    [Fact]
    public void Each_network_follows_its_own()
    {
        using var gan = new AlternatingScheduledGan(
            new() { GeneratorLearningRate = 0.4, DiscriminatorLearningRate = 0.8 }
        );
        for (var step = 0; step < 8; step++)
        {
            using var real = new AlternatingScheduledGan.Points(randn(4, 2));
            gan.Step(real);

            var cosine = 0.25 + (0.75 * (1 + Math.Cos(Math.PI * step / 10)) / 2);
            Assert.Equal(0.4 * Math.Min(1, (step + 1) / 4.0) * cosine, gan.GeneratorOptimizer.LearningRate, 1e-15);
            var fall =
                step <= 1 ? 1
                : step >= 5 ? 0
                : 1 - ((step - 1) / 4.0);
            Assert.Equal(0.8 * Math.Pow(0.5, step / 2) * fall, gan.DiscriminatorOptimizer.LearningRate, 1e-15);
        }
    }
}
