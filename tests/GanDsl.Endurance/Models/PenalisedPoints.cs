namespace GanDsl.Endurance.Models;

/// <summary>Several steps of the discriminator under a gradient penalty, which draws random numbers; trained on a sampler.</summary>
[Gan(Loss = GanLoss.Wasserstein, DiscriminatorSteps = 3, BatchSize = 8)]
[Latent(4)]
[Point(2)]
[RmsProp(1e-3)]
[GradientPenalty]
internal partial class PenalisedPoints
{
    [Generator]
    [Linear(8), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(8), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
