namespace GanDsl.Tests.Models;

[Gan(Loss = GanLoss.Hinge, Update = GanUpdate.Simultaneous)]
[Latent(3)]
[Point(2)]
[Sgd(0.01)]
[GradientPenalty(3), R1(0.5), R2(2)]
internal partial class SimultaneousPenaltyGan
{
    [Generator]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
