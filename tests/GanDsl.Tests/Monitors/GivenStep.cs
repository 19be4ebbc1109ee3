using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Monitors;

/// <summary>Steps with given numbers.</summary>
internal sealed class GivenStep : StepRecord
{
    private readonly string[] further;

    private GivenStep(StepMeasurements measurements, string[] further)
        : base(measurements) => this.further = further;

    public override IReadOnlyList<Measurement> Measurements =>
        [
            new(nameof(DiscriminatorLoss), DiscriminatorLoss),
            new(nameof(GeneratorLoss), GeneratorLoss),
            new(nameof(RealScore), RealScore),
            new(nameof(FakeScore), FakeScore),
            .. further.Select((name, index) => new Measurement(name, Measured(4 + index))),
        ];

    /// <summary>One step for each row of numbers: losses, scores, and what is named further.</summary>
    public static List<StepRecord> Of(IEnumerable<float[]> rows, params string[] further)
    {
        using var log = new StepLog(4 + further.Length, CPU);
        var progress = new TrainingProgress();
        var steps = new List<StepRecord>();
        foreach (var row in rows)
        {
            using var scope = NewDisposeScope();
            steps.Add(new GivenStep(log.Add(progress, tensor(row)), further));
        }

        return steps;
    }

    /// <summary>Steps with the same discriminator loss and scores.</summary>
    public static List<StepRecord> Same(int count, float loss, float real, float fake, params string[] further) =>
        Of(Enumerable.Repeat((float[])[loss, 1, real, fake, .. further.Select(_ => 0f)], count), further);
}
