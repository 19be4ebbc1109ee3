namespace GanDsl.Tests.Tables;

[Gan]
[Latent(2)]
[Point(2)]
internal partial class TableGan
{
    [Generator]
    [Linear(8), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(8), LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;
}
