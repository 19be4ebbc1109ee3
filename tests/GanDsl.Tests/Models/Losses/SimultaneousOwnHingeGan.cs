namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Simultaneous)]
[Loss(typeof(OwnHinge))]
[Latent(3)]
[Point(2)]
[Adam(2e-3, Beta1 = 0.5)]
internal partial class SimultaneousOwnHingeGan
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
