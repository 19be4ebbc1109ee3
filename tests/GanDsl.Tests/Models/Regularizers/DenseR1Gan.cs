namespace GanDsl.Tests.Models;

[Gan]
[Latent(3)]
[Point(2)]
[Sgd(1e-7)]
[R1(3)]
internal partial class DenseR1Gan
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
