using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Monitors;

public sealed class TrainingMonitorsTests : IDisposable
{
    private readonly NarrowGan gan = new();

    private IGan Gan => gan;

    public void Dispose() => gan.Dispose();

    [Fact]
    public void Monitors_look_at_all_steps_once_in_so_many()
    {
        var monitor = new ScriptedMonitor();
        var monitors = new TrainingMonitors { Every = 4 }.Warn(monitor);

        foreach (var step in GivenStep.Same(10, 1, 0.5f, 0.5f))
        {
            Assert.Empty(monitors.Watch(Gan, step));
        }

        Assert.Equal(
            [
                [1, 2, 3, 4],
                [5, 6, 7, 8],
            ],
            monitor.Looks
        );
        monitors.Look(Gan);
        monitors.Look(Gan);
        Assert.Equal(
            [
                [1, 2, 3, 4],
                [5, 6, 7, 8],
                [9, 10],
            ],
            monitor.Looks
        );
        // The number of the step decides, and not how many there were since.
        foreach (var step in GivenStep.Same(15, 1, 0.5f, 0.5f)[10..])
        {
            monitors.Watch(Gan, step);
        }

        Assert.Equal(
            [
                [11, 12],
            ],
            monitor.Looks[3..]
        );
        Assert.Equal([monitor], monitors.Monitors);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingMonitors { Every = 0 });
        Assert.Equal(new TrainingMonitors().Every, TrainingMonitors.Default().Every);
        Assert.Equal(7, TrainingMonitors.Default(every: 7).Every);
    }

    [Fact]
    public void A_warning_comes_once_until_its_condition_clears()
    {
        var calls = new List<MonitorWarning>();
        var monitors = new TrainingMonitors { Every = 1 }
            .Warn(new ScriptedMonitor(null, "Bad.", "Bad.", null, "Bad again.", null))
            .Call(new ScriptedMonitor(null, null, "Called."), calls.Add)
            .StopWhen(new ScriptedMonitor(null, null, null, "Enough.", null, "Too much."));

        var warnings = GivenStep.Same(6, 1, 0.5f, 0.5f).SelectMany(step => monitors.Watch(Gan, step)).ToList();

        MonitorWarning called = new(3, nameof(ScriptedMonitor), "Called.");
        MonitorWarning enough = new(4, nameof(ScriptedMonitor), "Enough.");
        Assert.Equal(
            [
                new(2, nameof(ScriptedMonitor), "Bad."),
                called,
                enough,
                new(5, nameof(ScriptedMonitor), "Bad again."),
                new(6, nameof(ScriptedMonitor), "Too much."),
            ],
            warnings
        );
        Assert.Equal([called], calls);
        Assert.Equal(enough, monitors.StopReason);
        Assert.Equal("Step 4: Enough.", enough.ToString());
    }

    /// <summary>Weights, random numbers of training and of sampling, and torch's own: bit by bit.</summary>
    [Theory]
    [InlineData(typeof(ConvolutionGan))]
    [InlineData(typeof(DropoutGan))]
    [InlineData(typeof(AlternatingProjectedGan))]
    public void What_is_trained_does_not_depend_on_them(Type type)
    {
        Assert.Equal(Trained(type, watched: false), Trained(type, watched: true));
    }

    private static double[] Trained(Type type, bool watched)
    {
        using var gan = (IGan)Activator.CreateInstance(type, [null])!;
        manual_seed(4);
        var rows = gan.Settings.DiscriminatorSteps * gan.Settings.BatchSize;
        using var real = rand([3 * rows, .. gan.ExampleShape]);
        using var examples = new TensorDataset(real, gan.Range);
        using var data = new LabeledDataset(examples, Enumerable.Range(0, 3 * rows).Select(i => i % 2));
        var monitors = new TrainingMonitors { Every = 2 }
            .Warn(new NotFinite())
            .Warn(new AlwaysTraced())
            .Warn(new DiscriminatorWon())
            .Warn(new GeneratorStarved())
            .Warn(new ModeCollapse(real, after: 0))
            .Warn(new CannotTell());
        foreach (var step in gan.Train(data, epochs: 4))
        {
            if (watched)
            {
                monitors.Watch(gan, step);
            }
        }

        using var samples = gan.Sample(5);
        using var fromTorch = rand(7);
        return
        [
            .. Weights.Snapshot(gan.Generator).Values.SelectMany(values => values),
            .. Weights.Snapshot(gan.Discriminator).Values.SelectMany(values => values),
            .. Values.Of(samples.Tensor),
            .. Values.Of(fromTorch),
        ];
    }

    private sealed class ScriptedMonitor(params string?[] answers) : TrainingMonitor
    {
        public List<long[]> Looks { get; } = [];

        public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
        {
            Looks.Add([.. steps.Select(step => step.Number)]);
            return answers.ElementAtOrDefault(Looks.Count - 1);
        }
    }

    private sealed class AlwaysTraced : TrainingMonitor
    {
        public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps) => NotFiniteLayer.InOutputs(gan);
    }
}
