namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Simultaneous, BatchSize = 6)]
[Latent(3)]
[Point(2)]
[Sgd(0.01)]
[Packing(3)]
internal partial class SimultaneousPackedGan
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
