namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Simultaneous)]
[Latent(16)]
[Point(2)]
internal partial class SimultaneousWideBatchNormGan
{
    [Generator]
    [Linear(64), BatchNorm, ReLU]
    [Linear(64), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(64), LeakyReLU(0.2)]
    [Linear(64), BatchNorm, LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
