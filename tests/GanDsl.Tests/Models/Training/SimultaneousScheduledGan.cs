namespace GanDsl.Tests.Models;

/// <summary>An averaged generator, schedules and clipped gradients, each network with its own.</summary>
[Gan(Update = GanUpdate.Simultaneous)]
[Latent(3)]
[Point(2)]
[Sgd(0.5)]
[Ema(0.9, Warmup = 2)]
[WarmUp(4), CosineDecay(10, Final = 0.25)]
[ClipGradient(0.05)]
internal partial class SimultaneousScheduledGan
{
    [Generator]
    [Linear(4), BatchNorm, Tanh]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [StepDecay(2, 0.5), LinearDecay(1, 5)]
    [ClipGradient(0.02)]
    [Linear(4), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
