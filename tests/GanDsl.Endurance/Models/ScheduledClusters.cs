namespace GanDsl.Endurance.Models;

/// <summary>Labels, both updates at once, an averaged generator, schedules, clipped gradients; trained on a labelled data set.</summary>
[Gan(Update = GanUpdate.Simultaneous, BatchSize = 8)]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Adam(5e-3, Beta1 = 0.5)]
[Ema(0.9, Warmup = 2)]
[WarmUp(20), CosineDecay(5000, Final = 0.25)]
[ClipGradient(0.5)]
internal partial class ScheduledClusters
{
    [Generator]
    [LabelEmbedding(4)]
    [Linear(12), BatchNorm, ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [StepDecay(100, 0.5)]
    [Linear(12), LeakyReLU(0.2)]
    [Projection]
    public partial class Discriminator;
}
