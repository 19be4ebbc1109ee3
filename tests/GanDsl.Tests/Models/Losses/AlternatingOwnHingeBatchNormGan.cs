namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Alternating)]
[Loss(typeof(OwnHinge))]
[Latent(3)]
[Point(2)]
[Adam(2e-3, Beta1 = 0.5)]
internal partial class AlternatingOwnHingeBatchNormGan
{
    [Generator]
    [Linear(6, Bias = false), BatchNorm, ReLU]
    [Linear(2, Bias = false)]
    public partial class Generator;

    [Discriminator]
    [Linear(5, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
