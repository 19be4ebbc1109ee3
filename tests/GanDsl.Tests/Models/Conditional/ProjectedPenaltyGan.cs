namespace GanDsl.Tests.Models;

[Gan(Loss = GanLoss.Wasserstein)]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Sgd(0.1)]
[R1(3)]
internal partial class ProjectedPenaltyGan
{
    [Generator]
    [LabelEmbedding(2)]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), LeakyReLU(0.2)]
    [Projection]
    public partial class Discriminator;
}
