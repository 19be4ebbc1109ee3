namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Simultaneous)]
[Loss(typeof(OwnRelativistic))]
[Latent(3)]
[Point(2)]
[Sgd(0.05, Momentum = 0.9)]
internal partial class SimultaneousOwnRelativisticGan
{
    [Generator]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), LeakyReLU(0.2)]
    [Linear(1, Bias = false)]
    public partial class Discriminator;
}
