namespace GanDsl.Tests.Models;

[Gan(Update = GanUpdate.Simultaneous)]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Sgd(0.1)]
internal partial class SimultaneousAuxiliaryGan
{
    [Generator]
    [LabelEmbedding(2)]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), LeakyReLU(0.2)]
    [AuxiliaryClassifier(0.5), Linear(1)]
    public partial class Discriminator;
}
