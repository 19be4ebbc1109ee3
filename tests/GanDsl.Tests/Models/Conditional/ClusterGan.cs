namespace GanDsl.Tests.Models;

[Gan]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Adam(5e-3, Beta1 = 0.5)]
internal partial class ClusterGan
{
    [Generator]
    [LabelEmbedding(4)]
    [Linear(24), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(24), LeakyReLU(0.2)]
    [Projection]
    public partial class Discriminator;
}
