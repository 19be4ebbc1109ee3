namespace GanDsl.Tests.Models;

[Gan(Loss = GanLoss.Wasserstein, Update = GanUpdate.Alternating)]
[Latent(3)]
[Point(2)]
[Sgd(0.05, Momentum = 0.9)]
[WeightClipping(10)]
internal partial class AlternatingWassersteinBatchNormGan
{
    [Generator]
    [Linear(6, Bias = false), BatchNorm, ReLU]
    [Linear(2, Bias = false)]
    public partial class Generator;

    [Discriminator]
    [Linear(5, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [Linear(1, Bias = false)]
    public partial class Discriminator;
}
