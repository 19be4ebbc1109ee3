namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Alternating)]
[Latent(16)]
[Point(2)]
internal partial class AlternatingWideGan
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
