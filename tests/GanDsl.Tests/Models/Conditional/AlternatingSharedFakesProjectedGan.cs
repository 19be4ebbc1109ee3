namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.AlternatingSharedFakes)]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Sgd(0.1)]
internal partial class AlternatingSharedFakesProjectedGan
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
