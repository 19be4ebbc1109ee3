namespace GanDsl.Tests.Models;

[Gan(Loss = GanLoss.Hinge, Update = GanUpdate.Simultaneous)]
[Latent(16)]
[Point(2)]
[GradientPenalty(3), R1(0.5)]
internal partial class WidePenaltyGan
{
    [Generator]
    [Linear(64), ReLU]
    [Linear(64), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(64), LeakyReLU(0.2)]
    [Linear(64), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
